#include "extract/language/tree.hpp"

#include <cstddef>

namespace entente::language {
namespace {

constexpr std::int64_t kNone = INT64_MIN / 4;
constexpr std::int64_t kRootFee = INT64_C(1) << 40;  // more than any sum of scores: as few root arcs as can be

using Row = std::vector<std::int64_t>;
using Heads = std::vector<std::uint32_t>;

Heads best_heads(const std::vector<Row>& scores) {
  Heads heads(scores.size(), 0);
  for (std::uint32_t d = 1; d < scores.size(); ++d) {
    for (std::uint32_t h = 0; h < scores.size(); ++h) {
      if (h != d && (heads[d] == d || scores[d][h] > scores[d][heads[d]])) heads[d] = h;
    }
  }
  return heads;
}

// The words of a cycle, or none.
Heads find_cycle(const Heads& heads) {
  std::vector<std::uint32_t> seen(heads.size(), 0);
  seen[0] = 1;
  for (std::uint32_t start = 1; start < heads.size(); ++start) {
    std::uint32_t at = start;
    while (seen[at] == 0) {
      seen[at] = start + 1;
      at = heads[at];
    }
    if (seen[at] != start + 1) continue;
    Heads cycle{at};
    for (auto next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// Where arcs into and out of a contracted cycle came from.
struct Contraction {
  Heads rest;                       // old numbers of the words that stay
  Heads enter;                      // by new head: the word of the cycle that its arc enters
  Heads leave;                      // by new dependent: the word of the cycle that is its best head
  std::vector<Row> scores;          // the cycle is the last word
};

Contraction contract(const std::vector<Row>& scores, const Heads& heads, const Heads& cycle) {
  std::vector<bool> inside(scores.size(), false);
  for (const auto w : cycle) inside[w] = true;
  Contraction c;
  for (std::uint32_t w = 0; w < scores.size(); ++w) {
    if (!inside[w]) c.rest.push_back(w);
  }
  const std::size_t n = c.rest.size();
  c.scores.assign(n + 1, Row(n + 1, kNone));
  c.enter.assign(n, cycle[0]);
  c.leave.assign(n, cycle[0]);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) c.scores[i][j] = scores[c.rest[i]][c.rest[j]];
    for (const auto w : cycle) {
      const auto out = scores[c.rest[i]][w];
      if (i > 0 && out > c.scores[i][n]) c.scores[i][n] = out, c.leave[i] = w;
      const auto in = scores[w][c.rest[i]] - scores[w][heads[w]];
      if (in > c.scores[n][i]) c.scores[n][i] = in, c.enter[i] = w;
    }
  }
  return c;
}

Heads solve(std::vector<Row> scores) {
  struct Level {
    Heads heads;
    Contraction made;
  };
  std::vector<Level> levels;
  Heads heads = best_heads(scores);
  for (auto cycle = find_cycle(heads); !cycle.empty(); cycle = find_cycle(heads)) {
    auto made = contract(scores, heads, cycle);
    scores = std::move(made.scores);
    levels.push_back({std::move(heads), std::move(made)});
    heads = best_heads(scores);
  }
  while (!levels.empty()) {
    auto& [outer, made] = levels.back();
    const auto cycle = static_cast<std::uint32_t>(made.rest.size());
    for (std::uint32_t i = 1; i < cycle; ++i) {
      outer[made.rest[i]] = heads[i] == cycle ? made.leave[i] : made.rest[heads[i]];
    }
    outer[made.enter[heads[cycle]]] = made.rest[heads[cycle]];
    heads = std::move(outer);
    levels.pop_back();
  }
  return heads;
}

}  // namespace

std::vector<std::uint32_t> best_tree(const std::vector<std::int32_t>& scores, std::uint32_t words) {
  const std::size_t n = std::size_t{words} + 1;
  Heads heads(n, 0);
  std::uint32_t roots = 0;
  for (std::uint32_t d = 1; d < n; ++d) {
    heads[d] = d == 1 && n > 2 ? 2 : d == 1 ? 0 : 1;
    for (std::uint32_t h = 0; h < n; ++h) {
      const auto score = scores[d * n + h];
      if (h != d && (score > scores[d * n + heads[d]] || (score == scores[d * n + heads[d]] && h < heads[d]))) heads[d] = h;
    }
    roots += heads[d] == 0;
  }
  if (roots == 1 && find_cycle(heads).empty()) return heads;
  std::vector<Row> wide(n, Row(n, kNone));
  for (std::size_t d = 1; d < n; ++d) {
    for (std::size_t h = 0; h < n; ++h) {
      if (h != d) wide[d][h] = scores[d * n + h] - (h == 0 ? kRootFee : 0);
    }
  }
  return solve(std::move(wide));
}

}  // namespace entente::language
