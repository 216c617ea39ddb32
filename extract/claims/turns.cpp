#include "extract/claims/turns.hpp"

namespace entente::extract::claims {
namespace {

// "Kern:", "Q:", "Anna Kern (chair):": a colon after a few words that begin with capitals.
bool names_speaker(const SentenceView& s) {
  const Token first = s.opens(s.first()) ? s.first() + 1 : s.first();
  for (Token t = first; t < s.last() && t < first + 6; ++t) {
    if (s.is(t, s.words().colon)) return t > first;
    if (s.verb_group(t) != nullptr || s.is_comma(t)) return false;
  }
  return false;
}

}  // namespace

void Turns::begin(std::uint32_t sentence) {
  claim_ = several_ ? static_cast<Id>(a_.result.claims.size() - 1) : kNoId;
  last_ = sentence;
}

void Turns::go_on(const SentenceView& view) {
  if (claim_ == kNoId) return;
  if (view.index() != last_ + 1 || block_of(view.index()) != block_of(last_) || names_speaker(view)) {
    if (view.index() > last_) claim_ = kNoId;
    return;
  }
  Claim& claim = a_.result.claims[claim_];
  claim.content.back().end = a_.segmentation.sentences[view.index()].span.end;
  claim.evidence.end = claim.content.back().end;
  last_ = view.index();
}

}  // namespace entente::extract::claims
