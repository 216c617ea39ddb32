#include "extract/language/entities/name_lists.hpp"

#include <bit>

#include "extract/language/features.hpp"

namespace entente::language {
namespace {

std::uint32_t key_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1U; }

}  // namespace

Result<NameLists> NameLists::read(const Container& container) {
  auto slots = container.get<Slot>("entities.lists");
  if (!slots) return slots.error();
  if (!std::has_single_bit(slots->size())) return container.broken("entities.lists", "its size is no power of two");
  bool any_free = false;
  for (const Slot& slot : *slots) any_free = any_free || slot.key == 0;
  if (!any_free) return container.broken("entities.lists", "it has no free slot");
  NameLists lists;
  lists.slots_ = *slots;
  lists.mask_ = slots->size() - 1;
  return lists;
}

std::uint64_t NameLists::chain(std::uint64_t before, std::uint64_t lower_word) { return mix(before, lower_word); }

std::uint32_t NameLists::bits(std::uint64_t hash) const {
  const auto key = key_of(hash);
  for (std::uint64_t i = hash & mask_; slots_[i].key != 0; i = (i + 1) & mask_) {
    if (slots_[i].key == key) return slots_[i].bits;
  }
  return 0;
}

std::vector<NameLists::Slot> NameLists::pack(const std::map<std::uint64_t, std::uint32_t>& bits) {
  std::vector<Slot> slots(std::bit_ceil(bits.size() * 2 + 2), Slot{0, 0});
  for (const auto& [hash, value] : bits) {
    auto i = hash & (slots.size() - 1);
    while (slots[i].key != 0 && slots[i].key != key_of(hash)) i = (i + 1) & (slots.size() - 1);
    slots[i].key = key_of(hash);
    slots[i].bits |= value;
  }
  return slots;
}

}  // namespace entente::language
