#include "extract/language/entities/name_lists.hpp"

#include <algorithm>

#include "extract/language/features.hpp"

namespace entente::language {
namespace {

constexpr std::uint32_t kSets = 4095;  // a set's number + 1 in a slot's low 12 bits

std::size_t home_of(std::uint64_t hash, std::size_t slots) { return static_cast<std::size_t>(((hash & 0xFFFFFFFFU) * slots) >> 32); }
std::uint32_t mark_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 44) << 12; }

}  // namespace

Result<NameLists> NameLists::read(const Container& container) {
  auto slots = container.get<std::uint32_t>("entities.lists");
  if (!slots) return slots.error();
  auto sets = container.get<std::uint64_t>("entities.kinds");
  if (!sets) return sets.error();
  bool any_free = false;
  for (const auto slot : *slots) {
    any_free = any_free || slot == 0;
    const auto set = slot & kSets;
    if (slot != 0 && (set == 0 || set > sets->size())) return container.broken("entities.lists", "a slot names no set of kinds");
  }
  if (!any_free || slots->size() > UINT32_MAX) return container.broken("entities.lists", "it has no free slot");
  NameLists lists;
  lists.slots_ = *slots;
  lists.sets_ = *sets;
  return lists;
}

std::uint64_t NameLists::chain(std::uint64_t before, std::uint64_t lower_word) { return mix(before, lower_word); }

std::uint64_t NameLists::kinds(std::uint64_t hash) const {
  const auto mark = mark_of(hash);
  for (auto i = home_of(hash, slots_.size()); slots_[i] != 0; i = i + 1 == slots_.size() ? 0 : i + 1) {
    if ((slots_[i] & ~kSets) == mark) return sets_[(slots_[i] & kSets) - 1];
  }
  return 0;
}

void NameLists::write(const std::map<std::uint64_t, std::uint64_t>& kinds, ContainerWriter& out) {
  std::map<std::uint64_t, std::uint32_t> counts;
  for (const auto& [hash, set] : kinds) ++counts[set];
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_count(counts.begin(), counts.end());
  std::stable_sort(by_count.begin(), by_count.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (by_count.size() > kSets) by_count.resize(kSets);  // names with rarer sets are left out
  std::map<std::uint64_t, std::uint32_t> numbers;
  std::vector<std::uint64_t> sets;
  for (const auto& [set, count] : by_count) {
    sets.push_back(set);
    numbers[set] = static_cast<std::uint32_t>(sets.size());
  }
  std::vector<std::uint32_t> slots(kinds.size() * 5 / 4 + 2, 0);
  for (const auto& [hash, set] : kinds) {
    const auto number = numbers.find(set);
    if (number == numbers.end()) continue;
    auto i = home_of(hash, slots.size());
    while (slots[i] != 0) i = i + 1 == slots.size() ? 0 : i + 1;
    slots[i] = mark_of(hash) | number->second;
  }
  out.add("entities.lists", slots);
  out.add("entities.kinds", sets);
}

}  // namespace entente::language
