#include "extract/claims/content_phrases.hpp"

#include <algorithm>

namespace entente::extract::claims {

namespace {

// "at least 40 ships": adverbs of a number are part of its phrase.
bool of_number(const SentenceView& s, Token t) { return s.is_pos(t + 1, Upos::Num) || (s.is_pos(t + 1, Upos::Adv) && s.is_pos(t + 2, Upos::Num)); }

}  // namespace

bool is_adverb(const SentenceView& s, Token t) {
  return s.is_pos(t, Upos::Adv) && !s.words().complementizers.has(s.word(t).form) && !of_number(s, t);
}

std::vector<Range> phrase(const SentenceView& s, Token t, Token high) {
  while (t < high && is_adverb(s, t)) ++t;
  if (t >= high || s.is_comma(t)) return {};
  const Token end = phrase_end(s, t, high);
  if (end <= t) return {};
  return {{t, end}};
}

std::vector<Range> reason(const SentenceView& s, Token t, Token high) {
  auto out = phrase(s, t, high);
  if (out.empty()) return out;
  Range& r = out.front();
  for (Token i = r.first + 1; i + 1 < r.last; ++i) {
    const Chunk* group = s.verb_group(i + 1);
    if (!(s.is_pos(i, Upos::Adp) || s.is_pos(i, Upos::Sconj)) || s.quoted(i) || group == nullptr || group->first != i + 1 || (group->flags & kGerund) == 0) continue;
    r.last = i;
    break;
  }
  return out;
}

namespace {

// "to prevent A but did not order B": the second verb is of the sentence, not of the infinitive.
Token infinitive_end(const SentenceView& s, Token t, Token high) {
  const Token end = clause_end(s, t, high);
  for (Token i = t; i + 1 < end; ++i) {
    const Chunk* group = s.words().conjunctions.has(s.word(i).form) && !s.quoted(i) ? s.verb_group(i + 1) : nullptr;
    const bool past = group != nullptr && (s.is_pos(group->first, Upos::Aux) || (group->flags & kPastTense) != 0);
    if (past && s.is_finite(*group)) return i;
  }
  return end;
}

}  // namespace

std::vector<Range> infinitive(const SentenceView& s, Token t, Token high) {
  while (t < high && is_adverb(s, t)) ++t;
  const Chunk* group = s.verb_group(t);
  if (group == nullptr || group->first != t || (group->flags & kInfinitive) == 0) return {};
  return {{t, infinitive_end(s, t, high)}};
}

std::vector<Range> object_infinitive(const SentenceView& s, Token t, Token high) {
  for (Token i = t; i < high && i < t + 16; ++i) {
    const Chunk* group = s.verb_group(i);
    if (group == nullptr) continue;
    if ((group->flags & kInfinitive) == 0 || i == t) return i == t ? infinitive(s, t, high) : std::vector<Range>{};
    return {{t, infinitive_end(s, i, high)}};
  }
  return {};
}

namespace {

// Behind ", who chairs the board" at `t`, at its closing comma; else `t`.
Token over_relative(const SentenceView& s, Token t, Token high) {
  if (!s.opens_relative(t)) return t;
  for (Token i = t + 2; i < high; ++i)
    if (s.is_comma(i)) return i;
  return t;
}

}  // namespace

std::vector<Range> around(const SentenceView& s, const Frame& frame, Token low, Token high) {
  const Token after = over_relative(s, std::max(frame.cue.last, frame.source.last), high);
  Token before = frame.cue.first;
  while (before > low && s.is_comma(before - 1)) --before;
  Token begin = before > low && s.is(before - 1, s.words().that) ? before : low;  // "said that, according to X, A"
  while (begin < before && (s.words().conjunctions.has(s.word(begin).form) || s.words().connectives.has(s.word(begin).form) || s.is_comma(begin))) ++begin;
  Token right = after;
  while (right < high && s.is_comma(right)) ++right;
  std::vector<Range> out;
  if (before > begin) out.push_back({begin, before});
  const bool left_is_clause = s.finite_verb(begin, before) != nullptr;
  if (right < high && !left_is_clause && begin + 2 >= before) out.clear();  // "Apparently, according to X, A"
  if (right < high && !left_is_clause) out.push_back({right, clause_end(s, right, high)});
  return out;
}

std::vector<Range> after_adjective(const SentenceView& s, Token t, Token high) {
  if (s.is(t, s.words().that)) return {{t, clause_end(s, t, high)}};
  if (s.is_pos(t, Upos::Adp) && s.verb_group(t) == nullptr) return phrase(s, t + 1, high);
  return infinitive(s, t, high);
}

namespace {

// The subject of a passive or copular cue belongs to what is said.
std::vector<Range> with_subject(const SentenceView& s, const Frame& frame, std::vector<Range> out, Token low) {
  if (out.empty()) return out;
  Frame active = frame;
  active.passive = false;
  active.cue.last = active.cue.first;
  Range who = find_source(s, active, "subject", low);
  if (who.empty() && frame.cue.first > low && s.closes(frame.cue.first - 1)) {  // "Western 'capital power' is seen to"
    Token first = frame.cue.first - 1;
    while (first > low && !s.opens(first)) --first;
    while (first > low && (s.is_pos(first - 1, Upos::Adj) || s.is_pos(first - 1, Upos::Det) || s.is_pos(first - 1, Upos::Noun))) --first;
    who = {first, frame.cue.first};
  }
  if (!who.empty()) out.insert(out.begin(), who);
  return out;
}

}  // namespace

std::vector<Range> passive(const SentenceView& s, const Frame& frame, Token low, Token high) {
  const bool agent = !frame.source.empty() && frame.source.first > frame.cue.last && s.is(frame.cue.last, s.words().by);
  const Token right = agent ? frame.source.last : frame.cue.last;  // "were urged by the court to leave"
  if (s.is(right, s.words().that)) return {{right, clause_end(s, right, high)}};
  return with_subject(s, frame, infinitive(s, right, high), low);
}

std::vector<Range> predicate(const SentenceView& s, const Frame& frame, Token low, Token high) {
  const Token right = frame.cue.last;
  if (right >= high) return {};
  if (s.is(right, s.words().that)) return {{right, clause_end(s, right, high)}};
  return with_subject(s, frame, {{right, phrase_end(s, right, high)}}, low);
}

std::vector<Range> of_noun(const SentenceView& s, Token right, Token high) {
  if (!s.is(right, s.words().that)) return {};
  const Token end = clause_end(s, right, high);
  Token t = end;
  while (t > right && is_adverb(s, t - 1)) --t;
  const Chunk* group = s.verb_group(t - 1);
  const bool relative = group != nullptr && s.is_finite(*group) && (group->flags & kPassive) == 0 && s.finite_verb(right, group->first) == nullptr &&
                        s.words().judging.has(s.word(group->head).lemma);
  return relative ? std::vector<Range>{} : std::vector<Range>{{right, end}};
}

std::vector<Range> quotation_before(const SentenceView& s, Token t) {
  const auto& all = s.analysis().quotes.quotations;
  auto at = std::lower_bound(all.begin(), all.end(), t, [](const corpus::Quotation& q, Token token) { return q.first < token; });
  for (int steps = 0; at != all.begin() && steps < 16; ++steps) {
    --at;
    if (at->close != corpus::no_index && at->close + 1 == t && at->parent == corpus::no_index) return {{at->open, t}};
  }
  return {};
}

}  // namespace entente::extract::claims
