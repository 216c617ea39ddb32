// Words that only make a number vague: "at least 3,900 civilians", "more than 40 ships", "up to ten days".
#pragma once

#include "extract/analysis.hpp"
#include "extract/shallow/chunker.hpp"

namespace entente::extract {

// Makes them adverbs, as Universal Dependencies has them ("advmod" of the number), so that no phrase begins with "least"
// and no preposition stands before the number. Run after tagging, before names are found.
void approximate(const FunctionWords& function_words, Analysis& analysis);

}  // namespace entente::extract
