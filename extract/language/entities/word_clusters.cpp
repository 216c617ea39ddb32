#include "extract/language/entities/word_clusters.hpp"

#include <algorithm>

namespace entente::language {
namespace {

constexpr unsigned kValueBits = 13;  // taken, group, writing
constexpr std::uint32_t kTaken = 1U << 12;

std::size_t home_of(std::uint64_t hash, std::size_t slots) { return static_cast<std::size_t>(((hash & 0xFFFFFFFFU) * slots) >> 32); }
std::uint32_t mark_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> (32 + kValueBits)) << kValueBits; }

}  // namespace

Result<WordClusters> WordClusters::read(const Container& container) {
  auto slots = container.get<std::uint32_t>("entities.clusters");
  if (!slots) return slots.error();
  if (slots->size() > UINT32_MAX || std::find(slots->begin(), slots->end(), 0U) == slots->end()) {
    return container.broken("entities.clusters", "it has no free slot");
  }
  WordClusters clusters;
  clusters.slots_ = *slots;
  return clusters;
}

WordCluster WordClusters::of(std::uint64_t lower) const {
  const auto mark = mark_of(lower) | kTaken;
  for (auto i = home_of(lower, slots_.size()); slots_[i] != 0; i = i + 1 == slots_.size() ? 0 : i + 1) {
    if ((slots_[i] & ~(kTaken - 1)) != mark) continue;
    const auto value = slots_[i] & (kTaken - 1);
    const auto group = value >> 2;
    return {static_cast<std::uint16_t>(group + 1), static_cast<std::uint8_t>(group / 16 + 1), static_cast<std::uint8_t>((value & 3U) + 1)};
  }
  return {};
}

void WordClusters::write(const std::map<std::uint64_t, WordCluster>& words, ContainerWriter& out) {
  std::vector<std::uint32_t> slots(words.size() * 5 / 4 + 2, 0);
  for (const auto& [hash, cluster] : words) {
    auto i = home_of(hash, slots.size());
    while (slots[i] != 0) i = i + 1 == slots.size() ? 0 : i + 1;
    slots[i] = mark_of(hash) | kTaken | static_cast<std::uint32_t>(cluster.fine - 1) << 2 | static_cast<std::uint32_t>(cluster.written - 1);
  }
  out.add("entities.clusters", slots);
}

}  // namespace entente::language
