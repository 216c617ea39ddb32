// One decision per name and document: words that recur share their evidence.
#pragma once

#include <span>
#include <string_view>

#include "extract/language/annotation.hpp"
#include "extract/language/entities/name_weights.hpp"

namespace entente::language {

// Moves the scores of every word with a capital or tagged as a proper noun to the mean of
// the document's words with the same letters: for being outside of names and for each type, whatever its part. Words
// and scores are those of one document. Time is linear.
void share_scores(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, std::span<NameScores> scores);

}  // namespace entente::language
