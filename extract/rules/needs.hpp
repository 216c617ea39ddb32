// What must stand somewhere in a sentence for a pattern to match in it: asked before any place is tried.
#pragma once

#include <vector>

#include "extract/rules/program.hpp"

namespace entente::extract::rules {

// Words (forms, lemmas, lexicons) and types of mentions of which each match holds one, in the match itself, in what it
// looks at and at the ends of its paths. Sets with very common words are left out, because most sentences have one.
std::vector<Anchor> needs_of(const Node& root, const Vocabulary& vocabulary);

}  // namespace entente::extract::rules
