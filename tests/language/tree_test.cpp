#include "extract/language/tree.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using entente::language::best_tree;

namespace {

// The best sum over all single-rooted trees of `words` words, by trying every choice of heads.
std::int64_t exhaustive(const std::vector<std::int32_t>& scores, std::uint32_t words) {
  const std::uint32_t n = words + 1;
  std::vector<std::uint32_t> heads(n, 0);
  std::int64_t best = INT64_MIN;
  std::uint64_t choices = 1;
  for (std::uint32_t i = 0; i < words; ++i) choices *= n;
  for (std::uint64_t code = 0; code < choices; ++code) {
    auto rest = code;
    std::int64_t sum = 0;
    int roots = 0;
    bool good = true;
    for (std::uint32_t d = 1; d < n; ++d, rest /= n) {
      heads[d] = static_cast<std::uint32_t>(rest % n);
      good = good && heads[d] != d;
      roots += heads[d] == 0;
      sum += scores[d * n + heads[d]];
    }
    for (std::uint32_t d = 1; d < n && good; ++d) {
      std::uint32_t at = d;
      for (std::uint32_t k = 0; k <= n && at != 0; ++k) at = heads[at];
      good = at == 0;
    }
    if (good && roots == 1 && sum > best) best = sum;
  }
  return best;
}

std::int64_t sum_of(const std::vector<std::int32_t>& scores, const std::vector<std::uint32_t>& heads) {
  std::int64_t sum = 0;
  for (std::size_t d = 1; d < heads.size(); ++d) sum += scores[d * heads.size() + heads[d]];
  return sum;
}

}  // namespace

TEST_CASE("the tree is the best of all trees") {
  std::uint64_t state = 7;
  for (int round = 0; round < 400; ++round) {
    const std::uint32_t words = 1 + static_cast<std::uint32_t>(round % 5);
    std::vector<std::int32_t> scores((words + 1) * (words + 1));
    for (auto& s : scores) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      s = static_cast<std::int32_t>(state >> 40) % (round % 3 == 0 ? 4 : 1000);
    }
    const auto heads = best_tree(scores, words);
    REQUIRE(heads.size() == words + 1);
    int roots = 0;
    for (std::uint32_t d = 1; d <= words; ++d) {
      roots += heads[d] == 0;
      std::uint32_t at = d;
      for (std::uint32_t k = 0; k <= words && at != 0; ++k) at = heads[at];
      CHECK(at == 0);
    }
    CHECK(roots == 1);
    CHECK(sum_of(scores, heads) == exhaustive(scores, words));
  }
}

TEST_CASE("a long chain of cycles is solved in good time") {
  constexpr std::uint32_t kWords = 255;
  std::vector<std::int32_t> scores((kWords + 1) * (kWords + 1), 0);
  for (std::uint32_t d = 1; d <= kWords; ++d) scores[d * (kWords + 1) + (d % 2 == 1 && d < kWords ? d + 1 : d - 1)] = 100;
  const auto heads = best_tree(scores, kWords);
  int roots = 0;
  for (std::uint32_t d = 1; d <= kWords; ++d) roots += heads[d] == 0;
  CHECK(roots == 1);
}
