#include "extract/claims/attributes.hpp"

#include <algorithm>

namespace entente::extract::claims {
namespace {

// The verb group of the main clause: the first finite one, else the first.
const Chunk* main_group(const SentenceView& s, Range content) {
  if (const Chunk* finite = s.finite_verb(content.first, content.last)) return finite;
  for (Token t = content.first; t < content.last; ++t) {
    if (const Chunk* group = s.verb_group(t)) return group;
  }
  return nullptr;
}

bool any_in(const SentenceView& s, Range range, const SymbolSet& set) {
  for (Token t = range.first; t < range.last && t < s.last(); ++t) {
    if (set.has(s.word(t).form)) return true;
  }
  return false;
}

}  // namespace

ClaimKind kind_of(const Analysis& analysis, const std::vector<Range>& content) {
  std::size_t quoted = 0;
  std::size_t plain = 0;
  for (const Range& range : content) {
    for (Token t = range.first; t < range.last; ++t) {
      const Word& word = analysis.words[t];
      if ((word.shape & kPunctuation) != 0) continue;
      (word.quote == kQuoteIn ? quoted : plain) += 1;
    }
  }
  if (quoted == 0) return ClaimKind::Indirect;
  return plain == 0 ? ClaimKind::Direct : ClaimKind::Mixed;
}

Modality modality_of(const SentenceView& s, Range content) {
  const auto& w = s.words();
  if (content.empty()) return Modality::Certain;
  if (w.modal_hypothetical.has(s.word(content.first).form) && s.is_pos(content.first, Upos::Sconj)) return Modality::Hypothetical;
  const Chunk* group = main_group(s, content);
  if (group == nullptr) return Modality::Certain;
  const Range verb{group->first, std::min<Token>(group->last + 2, content.last)};
  if (any_in(s, {group->first, group->last}, w.modal_deontic)) return Modality::Deontic;
  const Word& head = s.word(group->head);
  if ((head.lemma == w.need || head.lemma == w.have) && s.verb_group(group->last) != nullptr && (s.verb_group(group->last)->flags & kInfinitive) != 0) return Modality::Deontic;
  if (any_in(s, verb, w.probable)) return Modality::Probable;
  if (any_in(s, {group->first, group->last}, w.modal_hypothetical)) return Modality::Hypothetical;
  if (any_in(s, {group->first, group->last}, w.modal_future)) return Modality::Future;
  if (any_in(s, {group->first, group->last}, w.modal_possible) || any_in(s, {content.first, group->last}, w.possible)) {
    return Modality::Possible;
  }
  if ((group->flags & kInfinitive) != 0 && group->first <= content.first + 1) return Modality::Intention;
  return Modality::Certain;
}

Polarity polarity_of(const SentenceView& s, Range content) {
  const Chunk* group = main_group(s, content);
  Token end = group == nullptr ? content.last : std::min(content.last, group->last + 1);
  for (Token t = content.first; t < end && t + 1 < s.last(); ++t) {
    if (s.is(t, s.words().not_) && s.is(t + 1, s.words().only)) end = t;  // "not only" denies nothing
  }
  const bool negated = (group != nullptr && (group->flags & kNegated) != 0) || any_in(s, {content.first, end}, s.words().negations);
  return negated ? Polarity::Negative : Polarity::Positive;
}

bool is_denied(const SentenceView& s, const Frame& frame) {
  const auto& w = s.words();
  const Chunk* group = s.verb_group(frame.cue.last - 1);
  const bool not_only = s.is(frame.cue.last, w.only) || (group != nullptr && s.is(group->head - 1, w.only));
  if (group != nullptr && (group->flags & kNegated) != 0 && !not_only) return true;
  if (frame.source.empty()) return false;
  const Token first = frame.source.first > s.first() ? frame.source.first - 1 : frame.source.first;
  return any_in(s, {first, frame.source.first + 1}, w.negations);
}

Stance stance_of(const SentenceView& s, const Frame& frame) {
  const Range around{frame.cue.first > s.first() ? frame.cue.first - 1 : frame.cue.first, std::min(frame.cue.last + 1, s.last())};
  if (any_in(s, around, s.words().endorsing)) return Stance::Positive;
  if (any_in(s, around, s.words().rejecting)) return Stance::Negative;
  return Stance::Neutral;
}

}  // namespace entente::extract::claims
