// Spans looked up by what they hold or touch: for nesting, for findings inside claims, for cues in a sentence.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/base/span.hpp"

namespace entente::extract::claims {

// Sorted by begin, with the farthest end so far, so that a look-up walks back only as far as some span still reaches.
class SpanIndex {
 public:
  struct Row {
    Span span;
    std::uint32_t owner = 0;
  };

  void add(Span span, std::uint32_t owner) { rows_.push_back({span, owner}); }
  // After the last add.
  void build() {
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.span.begin < b.span.begin; });
    std::uint32_t reach = 0;
    reach_.clear();
    for (const Row& row : rows_) reach_.push_back(reach = std::max(reach, row.span.end));
  }

  // Calls `use(row)` for every span that contains `inner`, later begins first.
  template <typename Use>
  void containing(Span inner, Use use) const {
    for (auto i = before(inner.begin + 1U); i-- > 0 && reach_[i] >= inner.end;)
      if (rows_[i].span.contains(inner)) use(rows_[i]);
  }
  // Calls `use(row)` for every span that overlaps `other`.
  template <typename Use>
  void overlapping(Span other, Use use) const {
    for (auto i = before(other.end); i-- > 0 && reach_[i] > other.begin;)
      if (rows_[i].span.overlaps(other)) use(rows_[i]);
  }

 private:
  // Number of spans that begin before `at`.
  std::size_t before(std::uint32_t at) const {
    return static_cast<std::size_t>(std::partition_point(rows_.begin(), rows_.end(), [&](const Row& r) { return r.span.begin < at; }) - rows_.begin());
  }

  std::vector<Row> rows_;
  std::vector<std::uint32_t> reach_;  // farthest end of the rows up to this one
};

}  // namespace entente::extract::claims
