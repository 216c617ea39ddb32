// What stands over an event's trigger: its verb group's mood, conditions, and verbs that govern it.
#pragma once

#include "extract/events/draft.hpp"

namespace entente::extract {

// Changes type, mode, polarity and factuality, and for verbs that make another event of it ("refused to meet") the
// trigger, actors and recipients too. The governing verb is marked as used.
void apply_governing(const EventTools& tools, Draft& draft);

}  // namespace entente::extract
