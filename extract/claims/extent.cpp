// How far clauses and phrases go.
#include <algorithm>

#include "extract/claims/operators.hpp"

namespace entente::extract::claims {
namespace {

// A dash between blanks, and a clause of its own behind it.
bool is_break(const SentenceView& s, Token t, Token high) {
  if (!s.words().dashes.has(s.word(t).form) || t == s.first() || t + 1 >= high) return false;
  const auto& tokens = s.analysis().segmentation.tokens;
  const bool blanks = tokens[t - 1].span.end < tokens[t].span.begin && tokens[t].span.end < tokens[t + 1].span.begin;
  return blanks && starts_main_clause(s, t + 1, s.end());
}

// "in May", "last week", "during the debate", "at a rally", "on Twitter": when and where it was said, not what.
bool is_setting(const SentenceView& s, Token t) {
  const auto& w = s.words();
  if (w.settings.has(s.word(t).form)) return s.is_pos(t, Upos::Adp) || s.is_pos(t, Upos::Sconj);
  const Token at = s.is_pos(t, Upos::Adp) ? t + 1 : t;
  const Chunk* np = s.noun_phrase(at);
  if (np == nullptr || np->first != at) return false;
  const Symbol head = s.word(np->head).form;
  return w.times.has(head) || (at > t && !s.is(t, w.of) && w.occasions.has(head));
}

// "accused France on Friday of arming rebels": the object's "of" stands behind the day.
bool goes_on_behind_setting(const SentenceView& s, Token t) {
  const Chunk* np = s.noun_phrase(s.is_pos(t, Upos::Adp) ? t + 1 : t);
  if (np == nullptr || !s.is(np->last, s.words().of)) return false;
  const Chunk* verb = s.verb_group(np->last + 1);
  return verb != nullptr && (verb->flags & kGerund) != 0;
}

// A list goes on: "the attacks, her work and the talks".
bool goes_on_behind_comma(const SentenceView& s, Token comma, Token high) {
  const Chunk* np = s.noun_phrase(comma + 1);
  if (np == nullptr || np->first != comma + 1 || s.words().pronouns.has(s.word(np->head).form) || s.words().times.has(s.word(np->head).form)) return false;
  for (Token t = np->last; t < high && t < comma + 20; ++t) {
    if (s.verb_group(t) != nullptr && s.is_finite(*s.verb_group(t))) return false;
    if (s.words().joining.has(s.word(t).form)) return s.noun_phrase(t + 1) != nullptr && !starts_main_clause(s, t + 1, s.end());
  }
  return false;
}

}  // namespace

bool starts_main_clause(const SentenceView& s, Token t, Token high) {
  for (Token i = t; i < high && i < t + 10; ++i) {
    if (s.is_comma(i)) return false;
    if (const Chunk* group = s.verb_group(i)) return i > t && s.is_finite(*group);
  }
  return false;
}

Token clause_end(const SentenceView& s, Token from, Token high) {
  for (Token t = from; t < high; ++t) {
    if (s.is(t, s.words().semicolon)) return t;
    if (s.opens(t)) {
      if (const auto* q = s.quotation_at(t)) t = std::max(t, s.quotation_end(*q) - 1);
      continue;
    }
    if (t > from && !s.quoted(t) && is_break(s, t, high)) return t;
    if (!s.is_comma(t)) continue;
    if (s.is(t + 1, s.words().according) && t > from && !s.is(t - 1, s.words().that)) return t;
    // ", and that talks could begin" goes on with what is said.
    if (s.words().conjunctions.has(s.word(t + 1).form) && s.is(t + 2, s.words().that) && s.verb_group(t + 3) == nullptr) continue;
    // A further main clause: ", and the union stepped in".
    if (t > from + 2 && s.words().conjunctions.has(s.word(t + 1).form) && !s.quoted(t) && starts_main_clause(s, t + 2, high)) return t;
  }
  return high;
}

Token phrase_end(const SentenceView& s, Token from, Token high) {
  for (Token t = from; t < high; ++t) {
    if (s.is(t, s.words().semicolon) || (t > from && is_break(s, t, high))) return t;
    if (s.is_comma(t) && !goes_on_behind_comma(s, t, high)) return t;
    if (s.is(t, s.words().colon)) return t;
    if (t > from && is_setting(s, t) && !goes_on_behind_setting(s, t)) return t;
    if (s.opens(t)) {
      if (const auto* q = s.quotation_at(t)) t = std::max(t, s.quotation_end(*q) - 1);
      continue;
    }
    if (t > from && s.words().conjunctions.has(s.word(t).form) && s.verb_group(t + 1) != nullptr && s.is_finite(*s.verb_group(t + 1))) return t;
    const bool gerund = s.verb_group(t + 1) != nullptr && !s.is_finite(*s.verb_group(t + 1));  // "for leaving", "as being"
    if (t > from && s.is_pos(t, Upos::Sconj) && !s.words().complementizers.has(s.word(t).form) && !gerund) return t;
  }
  return high;
}

}  // namespace entente::extract::claims
