// Weights of hashed features, one row of sixteen bytes a feature: what the trained entity model becomes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/container.hpp"

namespace entente::language {

inline constexpr std::size_t kNameColumns = 16;
using NameScores = std::array<std::int32_t, kNameColumns>;

// A hash table with open addressing. Sections: entities.keys u32, high half of the feature's hash and never 0, 0: free;
// entities.rows i8, kNameColumns for each key.
class NameWeights {
 public:
  static Result<NameWeights> read(const Container& container);

  // Adds the rows of known features to `scores`; unknown ones add nothing. Rows are found and brought near, all of them,
  // before the first is added up, because the table is far larger than the caches.
  void add(std::span<const std::uint64_t> hashes, NameScores& scores) const;
  // Brings the key near, for callers that know their features early.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&keys_[home(hash)]); }

  // For training: rows by hash.
  static void write(const std::vector<std::pair<std::uint64_t, std::array<std::int8_t, kNameColumns>>>& rows, ContainerWriter& out);

 private:
  // The feature's place in the table; keys_.size() if it has none.
  std::size_t find(std::uint64_t hash) const;
  static std::uint32_t key_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1U; }
  std::size_t home(std::uint64_t hash) const { return static_cast<std::size_t>(((hash & 0xFFFFFFFFU) * keys_.size()) >> 32); }

  std::span<const std::uint32_t> keys_;
  std::span<const std::int8_t> rows_;
};

}  // namespace entente::language
