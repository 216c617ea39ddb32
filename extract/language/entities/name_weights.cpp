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
