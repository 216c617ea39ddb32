// Mentions of people, bodies, places, events and works that the gazetteer does not know.
#pragma once

#include <span>

#include "extract/analysis.hpp"
#include "extract/names/lexicon.hpp"
#include "extract/names/listed_names.hpp"

namespace entente::extract {

// Adds candidates for unknown names by their form: given names, titles, initials, particles, head nouns,
// brackets with acronyms, words around them; then makes each name's type the same through the document. Known
// names that turn out to be parts of longer ones are dropped, unless the longer one is of a state
// ("Polish Central Administration" keeps "Polish"). Needs find_known before it; uses tags where Analysis::words
// has them.
struct NameConfig {
  const NameLexicon& lexicon;
  const ListedNames& listed;
  std::span<const NameWord> known;  // NameLexicon::words_of the vocabulary that annotated the words
};
void find_names(const NameConfig& config, Analysis& analysis);

}  // namespace entente::extract
