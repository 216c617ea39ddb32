// How often words occur, as far as the choice of where to try a pattern asks for it.
#pragma once

#include <string_view>

namespace entente::extract::rules {

// Times in a thousand words of running English, of a spelling or a lemma: counted in EWT's and GUM's training parts for
// the commonest ("say" as in news), a guess for all others.
double per_thousand(std::string_view word);

}  // namespace entente::extract::rules
