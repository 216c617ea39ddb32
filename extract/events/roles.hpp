// Who does it, to whom, and with what: the phrases that take part in an event.
#pragma once

#include "extract/events/draft.hpp"
#include "extract/rules/run.hpp"

namespace entente::extract {

// Fills Draft::actors, recipients and objects: those that the rule names, else those that heads and prepositions give.
void find_roles(const EventTools& tools, const rules::Match& match, Draft& draft);

// The parts of find_roles. Actors: what the trigger's subject, possessor or "by" phrase says, in this order.
void find_actors(const EventTools& tools, Draft& draft);
// The object and phrases with a preposition; then phrases of the clause that the trigger governs.
void find_recipients(const EventTools& tools, Draft& draft);

}  // namespace entente::extract
