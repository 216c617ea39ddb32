// Mentions of what the gazetteer knows.
#pragma once

#include "extract/analysis.hpp"
#include "extract/gazetteer/gazetteer.hpp"

namespace entente::extract {

// Adds a candidate for every known name, by first, longest first. Where a name has several readings the
// candidate carries the commonest (a state before its capital, a city before a government it stands for);
// resolve() decides with the sentence around it, from `name_node`. Names that need support are taken only where
// the document also uses an unmistakable name of the same thing.
void find_known(const Gazetteer& gazetteer, std::span<const KnownWord> known, Analysis& analysis);

// The readings of a candidate's name that its case allows. Empty if it is not from the gazetteer.
std::vector<Meaning> meanings_of(const Gazetteer& gazetteer, const MentionCandidate& candidate);

}  // namespace entente::extract
