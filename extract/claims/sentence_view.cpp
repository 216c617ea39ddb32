#include "extract/claims/sentence_view.hpp"

#include <algorithm>

namespace entente::extract::claims {

SentenceView::SentenceView(const Analysis& analysis, const ClaimWords& words, std::uint32_t sentence)
    : a_(analysis), w_(words), sentence_(sentence) {
  const auto& s = analysis.segmentation.sentences[sentence];
  first_ = s.first;
  last_ = end_ = s.last;
  while (end_ > first_ && (a_.words[end_ - 1].shape & kPunctuation) != 0) --end_;
}

const Chunk* SentenceView::chunk(Token t) const {
  if (t < first_ || t >= last_ || a_.words[t].chunk == UINT32_MAX) return nullptr;
  return &a_.chunks[a_.words[t].chunk];
}

const Chunk* SentenceView::noun_phrase(Token t) const {
  const Chunk* c = chunk(t);
  return c != nullptr && c->kind == ChunkKind::NounPhrase ? c : nullptr;
}

const Chunk* SentenceView::verb_group(Token t) const {
  const Chunk* c = chunk(t);
  return c != nullptr && c->kind == ChunkKind::VerbGroup ? c : nullptr;
}

bool SentenceView::is_finite(const Chunk& group) const {
  return (group.flags & (kInfinitive | kGerund | kBare)) == 0;
}

const Chunk* SentenceView::finite_verb(Token from, Token to) const {
  for (Token t = from; t < to && t < last_; ++t) {
    const Chunk* group = verb_group(t);
    if (group == nullptr) continue;
    if (group->first >= from && is_finite(*group)) return group;
    t = group->last - 1;
  }
  return nullptr;
}

const corpus::Quotation* SentenceView::quotation_at(Token t) const {
  const auto& all = a_.quotes.quotations;
  auto at = std::lower_bound(all.begin(), all.end(), t, [](const corpus::Quotation& q, Token token) { return q.first < token; });
  for (; at != all.end() && at->first <= t + 1; ++at) {
    if (at->parent == corpus::no_index && (at->open == t || at->first == t)) return &*at;
  }
  return nullptr;
}

Token SentenceView::quotation_end(const corpus::Quotation& quotation) const {
  const Token end = quotation.close != corpus::no_index ? quotation.close + 1 : quotation.last;
  return std::min(end, last_);
}

}  // namespace entente::extract::claims
