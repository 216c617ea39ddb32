// From mentions to entities: which thing of the register, or which unknown one, each mention denotes.
#pragma once

#include "extract/analysis.hpp"
#include "extract/gazetteer/gazetteer.hpp"
#include "extract/resolve/stages.hpp"

namespace entente::extract {

// Chooses among the readings of each name (a capital or its government), links surnames, acronyms and shortened
// names to the full ones of the document, posts to their holder on the day of publication, descriptors and
// pronouns to what they stand for, and fills Analysis::result.entities and every candidate's `entity`. Candidates that turn out to name nothing are removed.
void resolve(const Gazetteer& gazetteer, const EntityStages& stages, Analysis& analysis);

}  // namespace entente::extract
