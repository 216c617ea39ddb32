// Which quotations hold a place of a sentence.
#pragma once

#include <algorithm>
#include <vector>

#include "extract/claims/sentence_view.hpp"

namespace entente::extract::claims {

// Quotations whose words begin at token `from` or before it and end at `to` or behind it, outer before inner; both are
// tokens of the sentence. Those begun in the sentence are asked one by one, because they overlap where a mark is
// missing; one that comes from an earlier sentence is the last begun there, or one in which that stands.
inline std::vector<const corpus::Quotation*> quotations_over(const SentenceView& s, Token from, Token to) {
  const auto& all = s.analysis().quotes.quotations;
  std::vector<const corpus::Quotation*> found;
  auto at = std::upper_bound(all.begin(), all.end(), from, [](Token t, const corpus::Quotation& q) { return t < q.first; });
  for (; at != all.begin() && (at - 1)->first >= s.first(); --at)
    if ((at - 1)->last >= to) found.push_back(&*(at - 1));
  auto earlier = at == all.begin() ? corpus::no_index : static_cast<std::uint32_t>(at - all.begin() - 1);
  for (; earlier != corpus::no_index; earlier = all[earlier].parent)
    if (all[earlier].last >= to) found.push_back(&all[earlier]);
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace entente::extract::claims
