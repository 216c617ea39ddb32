#include "extract/language/entities/name_weights.hpp"

#include <algorithm>

namespace entente::language {

Result<NameWeights> NameWeights::read(const Container& container) {
  auto keys = container.get<std::uint32_t>("entities.keys");
  if (!keys) return keys.error();
  if (keys->size() > UINT32_MAX) return container.broken("entities.keys", "it has too many keys");
  auto rows = container.get<std::int8_t>("entities.rows", keys->size() * kNameColumns);
  if (!rows) return rows.error();
  if (std::find(keys->begin(), keys->end(), 0U) == keys->end()) return container.broken("entities.keys", "it has no free slot");
  NameWeights weights;
  weights.keys_ = *keys;
  weights.rows_ = *rows;
  return weights;
}

std::size_t NameWeights::find(std::uint64_t hash) const {
  const auto key = key_of(hash);
  for (auto i = home(hash); keys_[i] != 0; i = i + 1 == keys_.size() ? 0 : i + 1)
    if (keys_[i] == key) return i;
  return keys_.size();
}

void NameWeights::add(std::span<const std::uint64_t> hashes, NameScores& scores) const {
  constexpr std::size_t kBlock = 128;  // features whose sum fits into sixteen bits
  std::array<const std::int8_t*, kBlock> rows;
  for (; !hashes.empty(); hashes = hashes.subspan(std::min(kBlock, hashes.size()))) {
    std::size_t found = 0;
    for (const auto hash : hashes.first(std::min(kBlock, hashes.size()))) {
      const auto at = find(hash);
      if (at == keys_.size()) continue;
      rows[found] = rows_.data() + at * kNameColumns;
      __builtin_prefetch(rows[found++]);
    }
    std::array<std::int16_t, kNameColumns> sum{};
    for (std::size_t r = 0; r < found; ++r)
      for (std::size_t c = 0; c < kNameColumns; ++c) sum[c] = static_cast<std::int16_t>(sum[c] + rows[r][c]);
    for (std::size_t c = 0; c < kNameColumns; ++c) scores[c] += sum[c];
  }
}

void NameWeights::write(const std::vector<std::pair<std::uint64_t, std::array<std::int8_t, kNameColumns>>>& rows, ContainerWriter& out) {
  std::vector<std::uint32_t> keys(rows.size() * 5 / 4 + 2, 0);
  std::vector<std::int8_t> cells(keys.size() * kNameColumns, 0);
  for (const auto& [hash, row] : rows) {
    auto i = static_cast<std::size_t>(((hash & 0xFFFFFFFFU) * keys.size()) >> 32);
    while (keys[i] != 0) i = i + 1 == keys.size() ? 0 : i + 1;
    keys[i] = key_of(hash);
    std::copy(row.begin(), row.end(), cells.begin() + static_cast<std::ptrdiff_t>(i * kNameColumns));
  }
  out.add("entities.keys", keys);
  out.add("entities.rows", cells);
}

}  // namespace entente::language
