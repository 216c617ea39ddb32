// English inflection: from a lemma to its forms, so that run time needs no lemmatiser.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/analysis.hpp"

namespace entente::extract {

// All forms of a verb, British and American spellings and rarer variants too; the lemma itself is Base.
std::vector<std::pair<std::string, VerbForm>> verb_forms(std::string_view lemma);

// Singular and plural in all spellings.
std::vector<std::string> noun_forms(std::string_view lemma);

// One spelling per lemma: "criticise" is "criticize", "honor" is "honour"; others stay.
std::string canonical_lemma(std::string_view lemma);

}  // namespace entente::extract
