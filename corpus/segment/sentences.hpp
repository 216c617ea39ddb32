// Finds the sentences of one block's tokens. Internal to the segmenter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/segment/boundary.hpp"

namespace entente::corpus {

enum class Verdict : std::uint8_t { No, Yes, Ask };

// What the rules say of the place behind token `at`, with a further token behind it. Moves `end` over the marks that
// close behind `at`. Ask: the trained judge decides.
Verdict judge(const TokenView& view, std::size_t at, std::size_t& end);

// Appends the sentences of tokens [first, tokens.size()).
void find_sentences(const TokenView& view, std::size_t first, std::uint32_t block, std::vector<Sentence>& sentences);

}  // namespace entente::corpus
