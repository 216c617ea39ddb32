// What the network's parts hand to each other, and the loop over products that they share.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "extract/language/network.hpp"
#include "extract/language/product.hpp"

namespace entente::language {

// Numbers of the sentences under way; a sentence's root stands before its words.
struct Network::Workspace {
  struct Arc {
    std::uint32_t dependent, head;       // in its sentence, whose root is 0
  };
  std::vector<std::uint32_t> begins;     // items: root of each sentence, and the end
  std::vector<std::uint32_t> of_word;    // item of each word
  std::vector<std::uint8_t> edges;       // of items: kFirst, kLast
  std::size_t items = 0;
  std::size_t room = 0;                  // room_for(items)
  std::vector<std::int8_t> bytes, next;  // input of the layer and of the next one
  std::vector<std::int16_t> skip, output;
  std::vector<std::int32_t> sums;        // of kBlock items
  std::vector<std::int32_t> cell;
  std::vector<std::int32_t> relations;   // fixed point, dependents and heads
  std::vector<std::int32_t> scores;
  std::vector<Arc> close;                // arcs that are weighed by their relations, of one sentence
  std::vector<std::int32_t> answers;     // of one of them
};

inline constexpr std::size_t kBlock = 64;  // items whose sums stay in a near cache until they are used
inline constexpr std::uint8_t kFirst = 1;  // of its sentence
inline constexpr std::uint8_t kLast = 2;

// Calls use(t, sums of item t) for all items, in order or from the last to the first; `input` begins each item's bytes.
template <typename Use>
void for_products(const std::int8_t* input, std::size_t items, std::size_t stride, const PackedMatrix& matrix, bool backward,
                  std::vector<std::int32_t>& sums, Use use) {
  const auto columns = PackedMatrix::packed_columns(matrix.columns);
  sums.resize(kBlock * columns);
  const auto blocks = (items + kBlock - 1) / kBlock;
  for (std::size_t b = 0; b < blocks; ++b) {
    const auto begin = (backward ? blocks - 1 - b : b) * kBlock;
    const auto count = std::min(kBlock, items - begin);
    multiply(input + begin * stride, count, stride, matrix, sums.data());
    for (std::size_t k = 0; k < count; ++k) {
      const auto i = backward ? count - 1 - k : k;
      use(begin + i, sums.data() + i * columns);
    }
  }
}

}  // namespace entente::language
