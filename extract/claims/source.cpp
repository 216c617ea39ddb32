// Sources: whose claim it is, as the words stand.
#include <algorithm>

#include "extract/claims/operators.hpp"
#include "extract/claims/phrases.hpp"
#include "extract/deprel.hpp"

namespace entente::extract::claims {
namespace {

// A subject that a comma separates from its verb: "X, president of Y, said" or "X, who ..., said".
Range across_commas(const SentenceView& s, Token comma, Token low) {
  Token t = comma;
  while (t > low && !s.is_comma(t - 1) && !s.closes(t - 1) && !s.opens(t - 1)) --t;
  if (t <= low || !s.is_comma(t - 1) || s.words().conjunctions.has(s.word(t).form)) return {};
  const Range np = phrase_before(s, t - 1, low);
  if (np.empty()) return {};
  return {over_examples(s, extend_left(s, np.first, low), low), comma};
}

const Chunk* group_before(const SentenceView& s, Token t, Token low) {
  while (t > low) {
    --t;
    if (const Chunk* group = s.verb_group(t)) return group;
  }
  return nullptr;
}

// "People who hold the town say": the noun of the relative clause whose object stands before the verb; empty if none does.
Range around_relative(const SentenceView& s, Token verb, Range object, Token low) {
  if (s.word(object.last - 1).deprel != static_cast<std::uint8_t>(Deprel::Obj)) return {};
  const Chunk* group = s.verb_group(verb);
  for (const auto t : s.analysis().dependents.of(group == nullptr ? verb : group->head)) {
    const Chunk* np = t >= low && t < object.first ? s.noun_phrase(t) : nullptr;
    const bool subject = s.word(t).deprel == static_cast<std::uint8_t>(Deprel::Nsubj);
    if (np != nullptr && subject) return {extend_left(s, std::max(np->first, low), low), object.last};
  }
  return {};
}

// "those who named a candidate": whom the relative clause belongs to whose object begins at `object`.
Range before_relative(const SentenceView& s, Token object, Token low, int depth) {
  const Chunk* group = object > low ? s.verb_group(object - 1) : nullptr;
  if (group == nullptr || !s.is_finite(*group) || group->first <= low + 1 || depth > 3) return {};
  const Token pronoun = group->first - 1;
  if (!s.words().relatives.has(s.word(pronoun).form) || s.is_comma(pronoun - 1)) return {};
  const Range np = phrase_before(s, pronoun, low);
  return np.empty() ? Range{} : Range{extend_left(s, np.first, low), np.last};
}

// The subject to the left of the verb at `verb`.
Range subject_left(const SentenceView& s, Token verb, Token low, int depth) {
  Token t = verb;
  while (t > low && adverb_or_particle(s, t - 1)) --t;
  if (t == low || depth > 4) return {};
  if (s.words().relatives.has(s.word(t - 1).form)) return {t - 1, t};
  if (s.is_comma(t - 1)) {
    if (const Range r = across_commas(s, t - 1, low); !r.empty()) return r;
  }
  if (const Range np = phrase_before(s, t, low); !np.empty()) {
    if (const Range whole = around_relative(s, verb, np, low); !whole.empty()) return whole;
    const Token first = extend_left(s, np.first, low);
    if (const Range head = before_relative(s, first, low, depth); !head.empty()) return {head.first, np.last};
    return {over_examples(s, first, low), np.last};
  }
  // A coordinated, participial or infinitive verb shares the subject of the verb before it.
  const Chunk* own = s.verb_group(verb);
  const Chunk* group = group_before(s, t, low);
  // "asked X to help and said": a finite verb is joined to a finite one.
  const bool joined = own != nullptr && s.is_finite(*own) && t > low && s.words().joining.has(s.word(t - 1).form);
  while (joined && group != nullptr && !s.is_finite(*group) && group_before(s, group->first, low) != nullptr) group = group_before(s, group->first, low);
  if (group != nullptr) return subject_left(s, group->first, low, depth + 1);
  return {};
}

// "said Kim, head of ...": the noun phrase right after the verb, to the end of its appositions.
Range subject_right(const SentenceView& s, Token verb_end) {
  Token t = verb_end;
  while (t < s.end() && adverb_or_particle(s, t)) ++t;
  const Chunk* np = s.noun_phrase(t);
  if (np == nullptr || np->first != t || says_when(s, np)) return {};
  return whole_phrase(s, *np, t, s.end());
}

bool closed_before(const SentenceView& s, Token t) { return t > s.first() && (s.is_comma(t - 1) || s.closes(t - 1)); }

// "The minister, Amal Nasser, told": a phrase with an apposition that begins the clause, so the comma closes no content.
Range apposed_subject(const SentenceView& s, Token verb, Token low) {
  if (verb <= low || !s.is_comma(verb - 1)) return {};
  const Range left = across_commas(s, verb - 1, low);
  if (left.empty() || s.quoted(left.first)) return {};
  const bool begins = left.first == s.first() || s.is_comma(left.first - 1) || s.closes(left.first - 1) ||
                      s.words().complementizers.has(s.word(left.first - 1).form) || s.words().conjunctions.has(s.word(left.first - 1).form);
  if (!begins) return {};
  bool relative = false;  // "Moldova, which became a candidate in 2022, accuses"
  for (Token t = left.first; t < left.last; ++t) {
    relative = relative || s.opens_relative(t);
    if (s.verb_group(t) != nullptr && !relative) return {};
  }
  return left;
}

// ", saying": the subject of the clause that the participle goes with, not the noun before the comma.
Range participle_subject(const SentenceView& s, Token cue, Token low) {
  const Chunk* own = s.verb_group(cue);
  Token t = cue;
  while (t > low && (adverb_or_particle(s, t - 1) || s.words().joining.has(s.word(t - 1).form))) --t;
  const bool quoted_comma = t > low + 1 && s.closes(t - 1) && s.is_comma(t - 2);  // "A," adding B
  if (own == nullptr || (own->flags & kGerund) == 0 || t <= low || !(s.is_comma(t - 1) || quoted_comma)) return {};
  const Chunk* group = group_before(s, t - 1, low);
  while (group != nullptr) {
    const bool relative = group->first > low && s.words().relatives.has(s.word(group->first - 1).form);
    if (s.is_finite(*group) && !relative && s.quoted(group->first) == s.quoted(cue)) return subject_left(s, group->first, low, 0);
    group = group_before(s, group->first, low);
  }
  return {};
}

// "stopped him to announce", "took the chance to warn": who stops and takes, unless the verb makes its object do it.
Range purpose_subject(const SentenceView& s, Token cue, Token low) {
  const Chunk* own = s.verb_group(cue);
  if (own == nullptr || (own->flags & kInfinitive) == 0) return {};
  const Range object = phrase_before(s, cue, low);
  const Chunk* group = object.empty() ? nullptr : s.verb_group(object.first - 1);
  if (group == nullptr || !s.is_finite(*group) || s.words().steering.has(s.word(group->head).lemma)) return {};
  return (group->flags & kPassive) != 0 || group->first < low ? Range{} : subject_left(s, group->first, low, 0);
}

Range subject(const SentenceView& s, const Frame& frame, Token low) {
  Token before = frame.cue.first;
  if (const Range shared = participle_subject(s, before, low); !shared.empty()) return shared;
  if (const Range purpose = purpose_subject(s, before, low); !purpose.empty()) return purpose;
  if (const Range apposed = apposed_subject(s, before, low); !apposed.empty()) return apposed;
  const Chunk* group = s.verb_group(frame.cue.first);
  const bool gerund = group != nullptr && (group->flags & kGerund) != 0;  // "A, alleging B" is never B's A
  const bool inverted = !gerund && closed_before(s, before) && !s.is_pos(frame.cue.last, Upos::Sconj) && !s.words().complementizers.has(s.word(frame.cue.last).form);
  if (inverted) {
    const Range right = subject_right(s, frame.cue.last);
    const Chunk* next = right.empty() ? nullptr : s.verb_group(right.last);
    const bool verb_follows = next != nullptr && s.is_finite(*next);
    if (!right.empty() && !verb_follows) return right;
  }
  return subject_left(s, frame.cue.first, low, 0);
}

Range agent(const SentenceView& s, const Frame& frame) {
  for (Token t = frame.cue.last; t + 1 < s.end() && t < frame.cue.last + 12; ++t) {
    if (s.is_comma(t) || s.verb_group(t) != nullptr) break;
    if (!s.is(t, s.words().by)) continue;
    const Chunk* np = s.noun_phrase(t + 1);
    if (np != nullptr && np->first == t + 1) return whole_phrase(s, *np, t + 1, s.end());
  }
  return {};
}

Range after(const SentenceView& s, const Frame& frame) {
  // The first phrase may begin with an adverb or a word that is no noun elsewhere: "according to recently released figures".
  for (Token t = frame.cue.last; t < s.end() && t < frame.cue.last + 4 && !s.is_mark(t); ++t) {
    const Chunk* np = s.noun_phrase(t);
    if (np != nullptr) return {frame.cue.last, whole_phrase(s, *np, t, s.end()).last};
  }
  Token end = frame.cue.last;
  while (end < s.end() && end < frame.cue.last + 8 && !s.is_mark(end)) ++end;
  return {frame.cue.last, end};
}

Range before(const SentenceView& s, const Frame& frame, Token low) {
  const Range np = phrase_before(s, frame.cue.first, low);
  return np.empty() ? Range{} : Range{extend_left(s, np.first, low), np.last};
}

// "X's claim", "the claim of X", "the claim by X".
Range possessor(const SentenceView& s, const Frame& frame, Token low) {
  const Token next = frame.cue.last;
  if (s.is(next, s.words().of) || s.is(next, s.words().by)) {
    const Chunk* np = s.noun_phrase(next + 1);
    if (np != nullptr) return whole_phrase(s, *np, next + 1, s.end());
  }
  Token t = frame.cue.first;
  const Chunk* own = s.noun_phrase(t);
  if (own != nullptr && own->first >= low && !s.is_pos(own->first, Upos::Det) && !s.is_pos(own->first, Upos::Pron)) {
    t = own->first + (s.is_possessive(own->first) ? 1 : 0);  // "Kern's recent, evidence-free claim"
  }
  while (t > low && (s.is_pos(t - 1, Upos::Adj) || s.is_pos(t - 1, Upos::Noun) || (s.is_comma(t - 1) && s.is_pos(t - 2, Upos::Adj)))) --t;
  if (t > low && s.is_pos(t - 1, Upos::Part)) {
    const Chunk* np = s.noun_phrase(t - 2);
    return np == nullptr ? Range{t - 2, t - 1} : Range{np->first, t - 1};
  }
  if (t > low && (s.is_pos(t - 1, Upos::Pron) || s.is_pos(t - 1, Upos::Det)) && !s.words().relatives.has(s.word(t - 1).form)) {
    if (s.is_pos(t - 1, Upos::Pron)) return {t - 1, t};
    --t;
  }
  // "left in the hope that", "acts on the assumption that": the subject of the clause.
  const bool guided = t > low && s.words().guided.has(s.word(frame.cue.first).form) && s.words().guiding.has(s.word(t - 1).form);
  const Chunk* group = guided ? group_before(s, t - 1, low) : nullptr;
  return group == nullptr ? Range{} : subject_left(s, group->first, low, 0);
}

// "Kim and Lee" inside of [.., high).
Range with_conjuncts(const SentenceView& s, Range out, Token high) {
  while (out.last + 1 < high && s.is(out.last, s.words().and_)) {
    const Chunk* np = s.noun_phrase(out.last + 1);
    if (np == nullptr || np->first != out.last + 1) break;
    out.last = std::min(np->last, high);
  }
  return out;
}

// "The view of X is that": the second noun phrase of the cue; "X's view is that": the possessor.
Range within(const SentenceView& s, const Frame& frame) {
  for (Token t = frame.cue.first; t < frame.cue.last; ++t) {
    if (t > frame.cue.first && s.is_pos(t, Upos::Adp)) {
      if (const Chunk* np = s.noun_phrase(t + 1)) return with_conjuncts(s, {np->first, std::min(np->last, frame.cue.last)}, frame.cue.last);
    }
    const bool possessive = s.is_pos(t, Upos::Part) && t > frame.cue.first && s.noun_phrase(t - 1) != nullptr;
    if (possessive) return {frame.cue.first, t};
  }
  return {};
}

}  // namespace

Range whole_phrase(const SentenceView& s, const Chunk& head, Token low, Token high) {
  Range out{std::max(head.first, low), head.last};
  while (out.last < high) {
    const Token t = out.last;
    if (s.is_pos(t, Upos::Adp) || s.is(t, s.words().and_) || s.is_pos(t, Upos::Part)) {
      const Chunk* np = s.noun_phrase(t + 1);
      if (np == nullptr || np->first != t + 1 || s.verb_group(np->last) != nullptr) break;
      out.last = np->last;
      continue;
    }
    if (s.is_comma(t) && s.noun_phrase(t + 1) != nullptr && !s.opens(t + 1)) {
      const Chunk* np = s.noun_phrase(t + 1);
      if (np->first != t + 1 || (s.verb_group(np->last) != nullptr && s.is_finite(*s.verb_group(np->last)))) break;
      if (s.words().pronouns.has(s.word(np->head).form)) break;
      out.last = np->last;
      continue;
    }
    const Chunk* np = s.words().relatives.has(s.word(t).form) ? nullptr : s.noun_phrase(t);
    const Chunk* verb = np != nullptr ? s.verb_group(np->last) : nullptr;
    const bool subject = np != nullptr && (s.words().pronouns.has(s.word(np->head).form) || (verb != nullptr && s.is_finite(*verb)));
    if (np != nullptr && np->first == t && !subject) {
      out.last = np->last;
      continue;
    }
    break;
  }
  out.last = std::min(out.last, high);
  return out;
}

Range find_source(const SentenceView& s, const Frame& frame, std::string_view op, Token low) {
  if (op == "none") return {};
  if (op == "within") return within(s, frame);
  if (op == "by") return agent(s, frame);
  if (op == "after") return after(s, frame);
  if (op == "before") return before(s, frame, low);
  if (op == "of") return possessor(s, frame, low);
  return frame.passive ? agent(s, frame) : subject(s, frame, low);
}

}  // namespace entente::extract::claims
