// The gazetteer's mentions, looked up by token while unknown names are found around them.
#pragma once

#include <vector>

#include "extract/analysis.hpp"

namespace entente::extract {

class KnownMentions {
 public:
  explicit KnownMentions(const Analysis& analysis) : analysis_(analysis), at_(analysis.segmentation.tokens.size(), UINT32_MAX) {
    for (std::uint32_t m = 0; m < analysis.mentions.size(); ++m) {
      for (auto t = analysis.mentions[m].first; t < analysis.mentions[m].last; ++t) {
        if (at_[t] == UINT32_MAX) at_[t] = m;
      }
    }
  }

  // The outermost known mention that covers a token; null if none does.
  const MentionCandidate* at(std::uint32_t token) const {
    return token < at_.size() && at_[token] != UINT32_MAX ? &analysis_.mentions[at_[token]] : nullptr;
  }
  bool exactly(std::uint32_t first, std::uint32_t last) const {
    const auto* m = first < last ? at(first) : nullptr;
    return m != nullptr && m->first == first && m->last == last;
  }

 private:
  const Analysis& analysis_;
  std::vector<std::uint32_t> at_;
};

}  // namespace entente::extract
