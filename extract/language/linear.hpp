// A linear classifier over hashed features: what averaged perceptrons become when they are shipped.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/language/container.hpp"

namespace entente::language {

// Views into a container, which must outlive it. Scores are sums of 8-bit weights: the same everywhere.
// Sections: NAME.meta u32[1] classes (1 to 256); NAME.table LinearSlot[power of two], open addressing by the
// hash's low bits; NAME.weights u16: class in the low byte, in the high one the signed square root of the weight
// (small weights need the finer steps).
class LinearModel {
 public:
  struct Slot {
    std::uint32_t key;   // high half of the feature's hash, never 0; 0: free
    std::uint32_t row;   // index of the first weight << 8 | number of weights
  };

  static Result<LinearModel> read(const Container& container, const std::string& name);

  std::size_t classes() const { return classes_; }
  static std::uint32_t key_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1U; }

  // Adds the feature's weights to scores[0, classes()). Unknown features add nothing.
  void add(std::uint64_t hash, std::int32_t* scores) const {
    const auto key = key_of(hash);
    for (std::uint64_t i = hash & mask_; slots_[i].key != 0; i = (i + 1) & mask_) {
      if (slots_[i].key != key) continue;
      const auto* weight = weights_.data() + (slots_[i].row >> 8);
      for (auto n = slots_[i].row & 0xFFU; n > 0; --n, ++weight) {
        const std::int32_t root = static_cast<std::int8_t>(*weight >> 8);
        scores[*weight & 0xFFU] += root * (root < 0 ? -root : root);
      }
      return;
    }
  }
  // Brings the feature's slot near, for callers that know their features early.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }

 private:
  std::span<const Slot> slots_;
  std::span<const std::uint16_t> weights_;
  std::uint64_t mask_ = 0;
  std::size_t classes_ = 0;
};

// The class with the highest score, the lowest of equal ones.
inline std::size_t best_class(std::span<const std::int32_t> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace entente::language
