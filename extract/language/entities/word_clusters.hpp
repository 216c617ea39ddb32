// Which words plain text uses alike: groups of words by their vectors (train/vectors.hpp), and how text writes them.
#pragma once

#include <cstdint>
#include <map>
#include <span>

#include "extract/language/container.hpp"

namespace entente::language {

// What is known of a word; all zero: nothing. `fine` is one of 1,024 groups, which are parts of the 64 `coarse` ones; both count from one.
struct WordCluster {
  std::uint16_t fine = 0;
  std::uint8_t coarse = 0;
  std::uint8_t written = 0;  // 1 hardly ever with a capital ... 4 nearly always
};

// A hash table with open addressing; a slot holds 19 bits of the word's hash, one bit that says it is taken, 10 of the group and 2 of the writing.
// Section: entities.clusters u32[any number], 0: free.
class WordClusters {
 public:
  static Result<WordClusters> read(const Container& container);

  // Of the word whose WordFeatures::lower this is.
  WordCluster of(std::uint64_t lower) const;

  // For training: words by hash.
  static void write(const std::map<std::uint64_t, WordCluster>& words, ContainerWriter& out);

 private:
  std::span<const std::uint32_t> slots_;
};

}  // namespace entente::language
