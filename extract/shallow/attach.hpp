// Heads and relations between chunks, without a parser: Word::head and deprel of the heads of noun phrases and verb
// groups and of prepositions. What a full parser would fill more richly; rules read the same fields either way.
#pragma once

#include "extract/analysis.hpp"
#include "extract/shallow/chunker.hpp"

namespace entente::extract {

// Needs chunk(). Linear but for short looks to the left, bounded by the sentence.
void attach(const FunctionWords& function_words, Analysis& analysis);

}  // namespace entente::extract
