#include "extract/language/train/perceptron.hpp"

#include <algorithm>
#include <cmath>

#include "extract/language/linear.hpp"

namespace entente::language::train {

void Perceptron::score(std::span<const std::uint64_t> features, float* scores) const {
  for (const auto f : features) {
    const auto found = rows_.find(f);
    if (found == rows_.end()) continue;
    for (const auto& cell : found->second.cells) scores[cell.cls] += cell.weight;
  }
}

void Perceptron::change(Row& row, std::size_t cls, float by) {
  auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&](const Cell& c) { return c.cls == cls; });
  if (cell == row.cells.end()) cell = row.cells.insert(row.cells.end(), Cell{static_cast<std::uint16_t>(cls), now_, 0, 0});
  cell->total += static_cast<double>(now_ - cell->stamp) * cell->weight;
  cell->stamp = now_;
  cell->weight += by;
}

void Perceptron::update(std::span<const std::uint64_t> features, std::size_t gold, std::size_t guess) {
  for (const auto f : features) {
    auto& row = rows_[f];
    ++row.updates;
    change(row, gold, 1);
    change(row, guess, -1);
  }
}

void Perceptron::average() {
  for (auto& [hash, row] : rows_) {
    for (auto& cell : row.cells) {
      cell.total += static_cast<double>(now_ - cell.stamp) * cell.weight;
      cell.stamp = now_;
      cell.weight = static_cast<float>(cell.total / std::max<std::uint32_t>(now_, 1));
    }
  }
}

float Perceptron::scale(unsigned least) const {
  std::vector<float> sizes;
  for (const auto& [hash, row] : rows_) {
    if (row.updates < least) continue;
    for (const auto& cell : row.cells) sizes.push_back(std::fabs(cell.weight));
  }
  if (sizes.empty()) return 1;
  const auto nth = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9999 / 10000);
  std::nth_element(sizes.begin(), nth, sizes.end());
  return *nth > 0 ? 127 * 127 / *nth : 1;
}

void Perceptron::write(ContainerWriter& out, const std::string& name, unsigned least) const {
  const float factor = scale(least);
  std::vector<std::uint64_t> hashes;
  for (const auto& [hash, row] : rows_) {
    if (row.updates >= least) hashes.push_back(hash);
  }
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::uint16_t> weights;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
  for (const auto hash : hashes) {
    const auto first = static_cast<std::uint32_t>(weights.size());
    auto cells = rows_.at(hash).cells;
    std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.cls < b.cls; });
    for (const auto& cell : cells) {
      const float root = std::sqrt(std::fabs(cell.weight) * factor);
      const long w = std::min(std::lround(root), 127L) * (cell.weight < 0 ? -1 : 1);
      if (w == 0 || weights.size() - first == 255) continue;
      weights.push_back(static_cast<std::uint16_t>(cell.cls | (static_cast<unsigned>(w) & 0xFFU) << 8));
    }
    const auto count = static_cast<std::uint32_t>(weights.size()) - first;
    if (count > 0) rows.emplace_back(hash, first << 8 | count);
  }
  std::size_t size = 16;
  while (size < rows.size() * 3 / 2) size *= 2;
  std::vector<LinearModel::Slot> slots(size, {0, 0});
  for (const auto& [hash, row] : rows) {
    auto i = hash & (size - 1);
    while (slots[i].key != 0) i = (i + 1) & (size - 1);
    slots[i] = {LinearModel::key_of(hash), row};
  }
  out.add(name + ".meta", std::vector<std::uint32_t>{static_cast<std::uint32_t>(classes_)});
  out.add(name + ".table", slots);
  out.add(name + ".weights", weights);
}

}  // namespace entente::language::train
