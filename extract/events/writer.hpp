// The last step from a draft to an event: entities of the participants, place, time, confidence.
#pragma once

#include "extract/events/draft.hpp"
#include "extract/rules/run.hpp"

namespace entente::extract {

// Appends to result.events; false, and nothing is left behind, if nobody named takes part.
bool write_event(const EventTools& tools, const rules::Match& match, const Draft& draft);

}  // namespace entente::extract
