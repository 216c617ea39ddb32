// The best tree. Where several heads of a word score alike, the relation that it would have to each of them helps to decide:
// a head under which no relation fits well is seldom the right one.
#include <algorithm>
#include <array>

#include "extract/language/network_workspace.hpp"
#include "extract/language/row.hpp"
#include "extract/language/tree.hpp"

namespace entente::language {
namespace {

constexpr std::int32_t kArcOne = 128 * 128;       // 1.0 in scores of arcs
constexpr std::int32_t kClose = 4 * kArcOne;      // heads whose scores are less than this below the best one's are weighed
constexpr std::size_t kMostClose = 4;             // of a word
constexpr std::int64_t kRelationWeight = 4;       // of a relation's share against scores of arcs
constexpr std::int32_t kUsualPercent = 70;        // share that adds nothing; heads that are not weighed stay as they are

// exp(-k / 32) in 24 bits, without floating point, which could differ between machines.
constexpr auto kExponentials = [] {
  std::array<std::uint32_t, 512> table{};
  std::uint64_t value = std::uint64_t{1} << 56;
  for (auto& entry : table) {
    entry = static_cast<std::uint32_t>(value >> 32);
    value = (value >> 32) * 4162825044U + ((value & 0xFFFFFFFFU) * 4162825044U >> 32);  // 2^32 exp(-1/32)
  }
  return table;
}();

// Share of the best of several answers with these logits: 2^24 is all of it.
std::int64_t best_share(const std::vector<std::int32_t>& logits) {
  const auto best = *std::max_element(logits.begin(), logits.end());
  std::uint64_t sum = 0;
  for (const auto l : logits) {
    const auto below = (static_cast<std::int64_t>(best) - l + kOne / 64) / (kOne / 32);
    if (below < static_cast<std::int64_t>(kExponentials.size())) sum += kExponentials[static_cast<std::size_t>(below)];
  }
  return static_cast<std::int64_t>((std::uint64_t{kExponentials[0]} << 24) / sum);
}

}  // namespace

// Puts the arcs of the word that are close to its best one into w.close, if there are several.
void Network::find_close(Workspace& w, std::uint32_t dependent, std::size_t size) const {
  const std::int32_t* row = &w.scores[dependent * size];
  const auto least = *std::max_element(row, row + size) - kClose;
  const auto first = static_cast<std::ptrdiff_t>(w.close.size());
  for (std::uint32_t h = 0; h < size; ++h) {
    if (row[h] > least) w.close.push_back({dependent, h});
  }
  const auto better = [&](const Workspace::Arc& a, const Workspace::Arc& b) {
    return row[a.head] > row[b.head] || (row[a.head] == row[b.head] && a.head < b.head);
  };
  const auto found = w.close.size() - static_cast<std::size_t>(first);
  if (found > kMostClose) std::partial_sort(w.close.begin() + first, w.close.begin() + first + kMostClose, w.close.end(), better);
  w.close.resize(static_cast<std::size_t>(first) + (found < 2 ? 0 : std::min(found, kMostClose)));
}

// Adds to the scores of close arcs what their best relations are worth; `first` is the sentence's root.
void Network::weigh_relations(Workspace& w, std::size_t first, std::size_t size) const {
  const std::size_t n = shape_.rel;
  w.next.resize(room_for(w.close.size()) * n);
  for (std::size_t k = 0; k < w.close.size(); ++k) {
    add_to_bytes(&w.relations[(first + w.close[k].dependent) * 2 * n], &w.relations[(first + w.close[k].head) * 2 * n + n], n, &w.next[k * n]);
  }
  w.answers.resize(shape_.labels);
  for_products(w.next.data(), w.close.size(), n, relations_.matrix, false, w.sums, [&](std::size_t k, const std::int32_t* sums) {
    scale_row(sums, relations_.scaling(0), w.answers.size(), w.answers.data());
    const auto worth = best_share(w.answers) - (std::int64_t{kUsualPercent} << 24) / 100;
    w.scores[w.close[k].dependent * size + w.close[k].head] += static_cast<std::int32_t>(worth * kRelationWeight * kArcOne >> 24);
  });
}

void Network::choose_heads(Workspace& w, std::size_t sentence, std::span<NetworkWord> out) const {
  const auto stride = 2 * std::size_t{shape_.arc} + shape_.tag;
  const std::size_t first = w.begins[sentence];
  const std::size_t size = w.begins[sentence + 1] - first;
  const std::int8_t* items = &w.bytes[first * stride];
  w.scores.assign(size * size, 0);
  w.close.clear();
  for (std::size_t d = 1; d < size; ++d) {
    std::int32_t* row = &w.scores[d * size];
    dot_rows(items + d * stride, items + shape_.arc, size, stride, shape_.arc, row);
    for (std::size_t h = 0; h < size; ++h) row[h] += distance_[distance_bucket(static_cast<std::int64_t>(h) - static_cast<std::int64_t>(d))];
    row[d] = INT32_MIN / 2;  // no word is its own head
    find_close(w, static_cast<std::uint32_t>(d), size);
  }
  weigh_relations(w, first, size);
  const auto heads = best_tree(w.scores, static_cast<std::uint32_t>(size - 1));
  for (std::size_t d = 1; d < size; ++d) out[d - 1].head = static_cast<std::int32_t>(heads[d]) - 1;
}

}  // namespace entente::language
