#include "extract/claims/claimants.hpp"

#include <algorithm>

namespace entente::extract::claims {
namespace {

// "these views", "that claim": a noun for what was said, behind a demonstrative.
bool takes_up(const SentenceView& view, Range source) {
  if (source.empty()) return false;
  const Chunk* np = view.noun_phrase(source.first);
  const Token head = np != nullptr ? std::min<Token>(np->head, source.last - 1) : source.last - 1;
  const auto& w = view.words();
  return head > source.first && w.views.has(view.word(head).form) && w.demonstratives.has(view.word(source.first).form);
}

}  // namespace

std::vector<Id> Claimants::of(const SentenceView& view, const CueMatch& cue) {
  const Range source = cue.frame.source;
  if (cue.rule->value("unnamed") == "interviewed") return {holders_.interviewed()};
  const bool unnamed = source.empty() && cue.rule->value("unnamed") == "previous";
  const bool again = takes_up(view, source);
  if ((unnamed || again) && last_named_ != kNoId) {
    if (view.index() - last_sentence_ <= 3) return a_.result.claims[last_named_].claimants;
  }
  auto found = again ? std::vector<Id>{} : holders_.claimants(view, source, cue.rule->ref);
  const bool inner = cue.frame.reporter != UINT32_MAX || stands_in_claim(a_.span(cue.frame.cue.first, cue.frame.cue.last));
  if (!found.empty() && !inner) {
    last_named_ = static_cast<Id>(a_.result.claims.size());
    last_sentence_ = view.index();
  }
  if (found.empty() && cue.rule->value("unnamed") == "somebody") return {holders_.somebody()};
  return found.empty() ? holders_.authors() : found;
}

std::vector<Id> Claimants::reporters(const Frame& frame) const {
  const auto at = frame.reporter == UINT32_MAX ? by_cue_.end() : by_cue_.find(frame.reporter);
  return at == by_cue_.end() ? std::vector<Id>{} : a_.result.claims[at->second].claimants;
}

bool Claimants::stands_in_claim(Span cue) const {
  const auto& all = a_.result.claims;
  for (auto claim = all.rbegin(); claim != all.rend() && claim->evidence.overlaps(cue); ++claim) {
    if (std::any_of(claim->content.begin(), claim->content.end(), [&](Span s) { return s.contains(cue); })) return true;
  }
  return false;
}

}  // namespace entente::extract::claims
