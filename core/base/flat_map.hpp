// A hash table from numbers to small values, for what is asked often and never deleted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

// Open addressing, half empty at least. Any key but kNoKey.
template <typename Value>
class FlatMap {
 public:
  static constexpr std::uint64_t kNoKey = ~std::uint64_t{0};

  // The value of a key, made where it is not there yet. The reference holds until the next call.
  Value& operator[](std::uint64_t key) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = place(key);
    if (slot.key == kNoKey) {
      slot.key = key;
      ++size_;
    }
    return slot.value;
  }

 private:
  struct Slot {
    std::uint64_t key = kNoKey;
    Value value{};
  };
  Slot& place(std::uint64_t key) {
    std::size_t at = (key * 0x9E3779B97F4A7C15ULL) >> 32U;
    while (slots_[at & (slots_.size() - 1)].key != kNoKey && slots_[at & (slots_.size() - 1)].key != key) ++at;
    return slots_[at & (slots_.size() - 1)];
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (Slot& slot : old) {
      if (slot.key != kNoKey) place(slot.key) = std::move(slot);
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace entente
