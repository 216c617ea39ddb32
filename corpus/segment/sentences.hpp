// Finds the sentences of one block's tokens. Internal to the segmenter.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/segment/cut.hpp"
#include "corpus/segment/segment.hpp"

namespace entente::corpus {

// Appends the sentences of tokens [first, tokens.size()).
void find_sentences(std::string_view text, const std::vector<Token>& tokens, const std::vector<Cut>& cuts, std::size_t first,
                    std::uint32_t block, std::vector<Sentence>& sentences);

}  // namespace entente::corpus
