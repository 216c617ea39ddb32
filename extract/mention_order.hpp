// The order of mentions: by their first token, the longest first.
#pragma once

#include <algorithm>
#include <vector>

#include "extract/analysis.hpp"

namespace entente::extract {

inline bool stands_before(const MentionCandidate& x, const MentionCandidate& y) {
  return x.first != y.first ? x.first < y.first : x.last > y.last;
}

// Puts `more` into `all`, which is in order, behind those that stand at the same place. Sorts `more`, which is mostly in
// order; no mention is moved twice.
inline void insert_mentions(std::vector<MentionCandidate>& all, std::vector<MentionCandidate>& more) {
  if (!std::is_sorted(more.begin(), more.end(), stands_before)) std::stable_sort(more.begin(), more.end(), stands_before);
  std::size_t old = all.size();
  std::size_t fresh = more.size();
  all.resize(old + fresh);
  for (std::size_t to = all.size(); fresh > 0;) {
    const bool moves = old > 0 && stands_before(more[fresh - 1], all[old - 1]);
    all[--to] = moves ? all[--old] : more[--fresh];
  }
}

}  // namespace entente::extract
