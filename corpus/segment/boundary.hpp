// The trained judge of doubtful sentence boundaries. Internal to the segmenter and its training.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/segment/cut.hpp"
#include "corpus/segment/segment.hpp"

namespace entente::corpus {

// The tokens of one text as the judge sees them. `stop` bounds the block.
struct TokenView {
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<Cut>& cuts;
};

// A place between token `end` and the next one, in the sentence that began at token `begin`.
struct Place {
  std::size_t block = 0;  // first token of the block
  std::size_t begin = 0;
  std::size_t at = 0;     // the token that might end the sentence: a full stop, or the last word
  std::size_t end = 0;    // `at` or the last mark that closes behind it
  bool lower_before = false;  // the sentence before began with a lower-case letter or ended without a full stop
};

inline constexpr std::size_t boundary_features = 24;
inline constexpr std::uint32_t boundary_table_bits = 13;

// Indices into the weight table; the same on every machine.
void collect_features(const TokenView& view, const Place& place, std::array<std::uint32_t, boundary_features>& features);

// Sum of the weights; a boundary if above 0.
int boundary_score(const TokenView& view, const Place& place);

}  // namespace entente::corpus
