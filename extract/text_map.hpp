// Values by text, for the tables of one document: open addressing, keys in one buffer, so that neither a look-up nor a
// new key costs an allocation of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/hash.hpp"

namespace entente::extract {

// Never iterated: it has no order.
template <typename Value>
class TextMap {
 public:
  // The key's value, or null. Valid until the next new key.
  Value* find(std::string_view key) {
    if (slots_.empty()) return nullptr;
    Slot& slot = slots_[place(key, hash_of(key))];
    return slot.hash == 0 ? nullptr : &slot.value;
  }

  // The key's value, which is `value` if the key is new, and whether it is.
  std::pair<Value&, bool> try_emplace(std::string_view key, Value value) {
    if (++used_ * 2 > slots_.size()) grow();
    const std::uint64_t hash = hash_of(key);
    Slot& slot = slots_[place(key, hash)];
    if (slot.hash != 0) return --used_, std::pair<Value&, bool>{slot.value, false};
    slot = {hash, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(key.size()), std::move(value)};
    text_ += key;
    return {slot.value, true};
  }

  Value& operator[](std::string_view key) { return try_emplace(key, Value{}).first; }

 private:
  struct Slot {
    std::uint64_t hash = 0;   // 0: free
    std::uint32_t begin = 0;  // of the key in text_
    std::uint32_t size = 0;
    Value value{};
  };

  static std::uint64_t hash_of(std::string_view key) {
    const std::uint64_t hash = hash64(key);
    return hash | (hash == 0);
  }

  // The key's slot, or the free one where it belongs.
  std::size_t place(std::string_view key, std::uint64_t hash) const {
    std::size_t i = hash & (slots_.size() - 1);
    for (; slots_[i].hash != 0; i = (i + 1) & (slots_.size() - 1))
      if (slots_[i].hash == hash && std::string_view(text_).substr(slots_[i].begin, slots_[i].size) == key) break;
    return i;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (Slot& slot : old) {
      if (slot.hash == 0) continue;
      std::size_t i = slot.hash & (slots_.size() - 1);
      while (slots_[i].hash != 0) i = (i + 1) & (slots_.size() - 1);
      slots_[i] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // at most half full
  std::string text_;
  std::size_t used_ = 0;
};

}  // namespace entente::extract
