#include "extract/claims/phrases.hpp"

#include <algorithm>

namespace entente::extract::claims {

bool adverb_or_particle(const SentenceView& s, Token t) { return s.is_pos(t, Upos::Adv) || s.is_pos(t, Upos::Part); }

bool says_when(const SentenceView& s, const Chunk* np) { return np != nullptr && s.words().times.has(s.word(np->head).form); }

namespace {

// Before a bracket that closes right before `t`: "Meeks (D-N.Y.)".
Token before_bracket(const SentenceView& s, Token t, Token low) {
  if (t <= low || !s.is(t - 1, s.words().close_bracket)) return t;
  for (Token open = t - 1; open > low && open + 12 > t; --open) {
    if (s.is(open - 1, s.words().open_bracket)) return open - 1;
  }
  return t;
}

// Before adverbs and phrases of time that end right before `t`: "officials this week", "Schumer on Tuesday".
Token before_adverbials(const SentenceView& s, Token t, Token low) {
  for (;;) {
    if (t > low && adverb_or_particle(s, t - 1)) {
      --t;
      continue;
    }
    const Chunk* np = t > low ? s.noun_phrase(t - 1) : nullptr;
    if (!says_when(s, np) || np->first <= low + 1) return t;
    t = np->first;
    if (s.is_pos(t - 1, Upos::Adp)) --t;
  }
}

}  // namespace

Range phrase_before(const SentenceView& s, Token t, Token low) {
  t = before_adverbials(s, t, low);
  t = before_bracket(s, t, low);
  if (t <= low) return {};
  if (const Chunk* np = s.noun_phrase(t - 1)) return {std::max(np->first, low), t};
  const bool alone = s.words().animate.has(s.word(t - 1).form) || s.is_pos(t - 1, Upos::Pron) || s.is_pos(t - 1, Upos::Det) || s.is_pos(t - 1, Upos::Propn) || s.is_pos(t - 1, Upos::Noun);
  return alone ? Range{t - 1, t} : Range{};
}

namespace {

// "diplomats familiar with the talks": the noun before an adjective that stands behind it.
Token before_adjective(const SentenceView& s, Token first, Token low) {
  const Chunk* np = s.noun_phrase(first);
  if (np == nullptr || np->first != first || np->last != first + 1 || first <= low || !s.is_pos(first, Upos::Adj)) return first;
  const Chunk* noun = s.noun_phrase(first - 1);
  return noun == nullptr ? first : std::max(noun->first, low);
}

// "The envoy, Petra Holm, and" ending at `comma`: where the description begins that the name stands behind; `comma` if none does.
Token before_apposed(const SentenceView& s, Token comma, Token low) {
  if (comma <= low + 3 || !s.is_comma(comma)) return comma;
  const Range name = phrase_before(s, comma, low);
  if (name.empty() || name.first <= low + 1 || !s.is_pos(name.last - 1, Upos::Propn) || !s.is_comma(name.first - 1)) return comma;
  const Range described = phrase_before(s, name.first - 1, low);
  const Chunk* governs = described.empty() || described.first == low ? nullptr : s.verb_group(described.first - 1);
  const bool nouns = !described.empty() && s.is_pos(described.last - 1, Upos::Noun);
  return nouns && governs == nullptr ? described.first : comma;
}

// "farmers, traders and unions" at the start of a clause.
bool begins_list(const SentenceView& s, Range noun, Token low) {
  const bool start = noun.first == low || s.words().relatives.has(s.word(noun.first - 1).form);
  return start && s.is_pos(noun.last - 1, Upos::Noun) && !says_when(s, s.noun_phrase(noun.first));
}

}  // namespace

Token extend_left(const SentenceView& s, Token first, Token low) {
  bool listed = false;
  while (first > low) {
    if (s.is_pos(first, Upos::Part)) {  // the possessor before "'s"
      const Range owner = phrase_before(s, first, low);
      if (owner.empty() || owner.last != first) break;
      first = owner.first;
      continue;
    }
    const Token before = first - 1;
    if (s.is_pos(before, Upos::Adp) && !s.is_comma(before)) {
      const Range np = phrase_before(s, before, low);
      if (np.empty()) break;
      first = before_adjective(s, np.first, low);
      continue;
    }
    // "A, B and C": once "and" joined two names, commas join names too.
    if (listed && s.is_comma(before)) {
      const Range np = phrase_before(s, before, low);
      const bool names = s.is_pos(first, Upos::Propn) && !np.empty() && s.is_pos(np.last - 1, Upos::Propn);
      if (names || (!np.empty() && begins_list(s, np, low))) {
        first = np.first;
        continue;
      }
    }
    const bool joins = s.words().joining.has(s.word(before).form);
    if (joins && before > low) {
      if (const Token apposed = before_apposed(s, before - 1, low); apposed + 1 < before) {
        first = apposed;
        continue;
      }
      const Range np = phrase_before(s, before, low);
      const Chunk* governs = np.empty() || np.first == low ? nullptr : s.verb_group(np.first - 1);
      // "will not attend the convention and others say": an object ends the clause before.
      if (!np.empty() && !s.is_comma(before - 1) && governs == nullptr) {
        first = np.first;
        listed = true;
        continue;
      }
    }
    break;
  }
  return first;
}

Token over_examples(const SentenceView& s, Token first, Token low) {
  if (first < low + 2 || !s.words().including.has(s.word(first - 1).form)) return first;
  const Token comma = s.is_comma(first - 2) ? first - 2 : first - 1;
  const Range np = phrase_before(s, comma, low);
  return np.empty() ? first : extend_left(s, np.first, low);
}

}  // namespace entente::extract::claims
