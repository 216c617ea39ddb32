// Mends tags that the shallow tagger cannot get right, because it sees one word to the left and three to the right: a
// second look at the whole sentence.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/shallow/tagger.hpp"

namespace entente::extract {

// `words` have form and shape, `lower` are their spellings in small letters, `tags` the tagger's choice.
void mend_tags(std::span<const Word> words, std::span<const std::string_view> lower, const Vocabulary& vocabulary, std::vector<FineTag>& tags);

}  // namespace entente::extract
