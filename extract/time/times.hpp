// Time expressions of a document.
#pragma once

#include <vector>

#include "corpus/document.hpp"
#include "corpus/segment/segment.hpp"
#include "extract/extraction.hpp"

namespace entente::extract {

// In text order, never overlapping. Expressions without a year are resolved from the document's publication date;
// where there is none they stay as they are (a month stays a month: XXXX-02). Durations, repetitions and times of
// day have a TIMEX3 value (ISO-TimeML), with an EDTF date only where a day is meant. Linear time.
std::vector<TimeExpression> find_times(const corpus::Document& document, const corpus::Segmentation& segmentation);

}  // namespace entente::extract
