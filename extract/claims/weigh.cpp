#include "extract/claims/weigh.hpp"

#include <algorithm>
#include <optional>

#include "extract/claims/sentence_view.hpp"

namespace entente::extract::claims {
namespace {

// The verdict of a sentence on "this view", "neither assumption"; none where it gives none.
std::optional<Stance> verdict(const SentenceView& s) {
  const auto& w = s.words();
  for (Token t = s.first(); t + 2 < s.end(); ++t) {
    if (!w.demonstratives.has(s.word(t).form)) continue;
    const Chunk* np = s.noun_phrase(t);
    if (np == nullptr || !w.views.has(s.word(np->head).form)) continue;
    const Chunk* group = s.verb_group(np->last);
    if (group == nullptr || (group->flags & kCopula) == 0) continue;
    bool negated = (group->flags & kNegated) != 0 || w.negations.has(s.word(t).form);
    for (Token i = group->last; i < std::min<Token>(group->last + 4, s.end()) && !s.is_comma(i); ++i) {
      if (w.negations.has(s.word(i).form)) negated = !negated;
      if (w.confirming.has(s.word(i).form)) return negated ? Stance::Negative : Stance::Positive;
      if (w.denying.has(s.word(i).form)) return negated ? Stance::Positive : Stance::Negative;
    }
  }
  return std::nullopt;
}

}  // namespace

void weigh_claims(const ClaimWords& words, Analysis& a) {
  const auto& sentences = a.segmentation.sentences;
  for (std::uint32_t i = 1; i < sentences.size(); ++i) {
    const auto stance = verdict(SentenceView(a, words, i));
    if (!stance) continue;
    bool found = false;
    for (std::uint32_t back = 1; back <= 2 && back <= i && !found; ++back) {
      for (Claim& claim : a.result.claims) {
        if (claim.own || claim.cue.empty() || !sentences[i - back].span.contains(claim.cue.front())) continue;
        claim.reporter_stance = *stance;
        found = true;
      }
    }
  }
}

}  // namespace entente::extract::claims
