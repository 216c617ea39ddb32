// Time expressions of a document.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/segment/segment.hpp"
#include "extract/extraction.hpp"

namespace entente::extract {

struct Analysis;
class Vocabulary;

// What a word of the vocabulary means for dates: a TimeClass (words.hpp) and its value.
struct KnownTimeWord {
  std::uint8_t cls = 0;
  int value = 0;
};

// In text order, never overlapping. Expressions without a year are resolved from the document's publication date;
// where there is none they stay as they are (a month stays a month: XXXX-02). Durations, repetitions and times of
// day have a TIMEX3 value (ISO-TimeML), with an EDTF date only where a day is meant. Linear time.
std::vector<TimeExpression> find_times(const corpus::Document& document, const corpus::Segmentation& segmentation);
// The same for annotated words; `known` is time_words_of the vocabulary that annotated them.
std::vector<TimeExpression> find_times(const Analysis& analysis, std::span<const KnownTimeWord> known);

// What the vocabulary's words mean for dates, one row for each symbol.
std::vector<KnownTimeWord> time_words_of(const Vocabulary& vocabulary);

}  // namespace entente::extract
