// Contents: what is claimed, as the words stand.
#include <algorithm>

#include "extract/claims/content_phrases.hpp"
#include "extract/claims/operators.hpp"

namespace entente::extract::claims {
namespace {

// Over "on Tuesday", "to reporters", "in a statement", "Friday": what may stand between a cue and its clause.
Token skip_adjuncts(const SentenceView& s, Token t, Token high) {
  while (t < high) {
    if (is_adverb(s, t)) {
      ++t;
      continue;
    }
    const Chunk* np = s.is_pos(t, Upos::Adp) ? s.noun_phrase(t + 1) : nullptr;
    if (np == nullptr || np->first != t + 1) break;
    t = np->last;
  }
  return t;
}

// "holding that support": a determiner marks no clause.
bool marks_clause(const SentenceView& s, Token t) {
  if (s.is(t, s.words().that) && s.is_pos(t, Upos::Det) && s.finite_verb(t, s.end()) == nullptr) return false;
  return s.words().complementizers.has(s.word(t).form) || s.opens(t) || s.is(t, s.words().colon);
}

// A clause without a conjunction: a noun phrase (or "there", "it") and a finite verb before the next comma.
bool starts_clause(const SentenceView& s, Token t, Token high) {
  if (s.words().subordinators.has(s.word(t).form) && !s.words().complementizers.has(s.word(t).form)) return false;
  int commas = 0;
  for (Token i = t; i < high && i < t + 18; ++i) {
    commas += s.is_comma(i) ? 1 : 0;
    // "which maintains bases, had offered": one comma ends the clause that the cue stands in.
    if (commas == 1 && s.is_comma(i) && s.verb_group(i + 1) != nullptr && s.is_finite(*s.verb_group(i + 1))) return false;
    if (s.words().semicolon != 0 && s.is(i, s.words().semicolon)) return false;
    if (s.opens(i)) return true;
    if (const Chunk* group = s.verb_group(i)) {
      if (s.is_finite(*group)) return i > t;
      i = group->last - 1;
    }
  }
  return false;
}

// One quotation, with what follows it in the same clause.
Range from_quotation(const SentenceView& s, Token t, Token high) {
  const corpus::Quotation* q = s.quotation_at(t);
  if (q == nullptr) return {t, clause_end(s, t, high)};
  const Token close = s.quotation_end(*q);
  Token end = std::max(close, t + 1);
  // Words after the closing mark belong to a mixed content, unless a comma or a further clause ends it.
  const bool ended = end >= high || s.is_comma(end) || s.is_comma(end - (s.closes(end - 1) ? 2 : 1));
  if (!ended) end = clause_end(s, end, high);
  return {t, std::min(end, s.last())};
}

// A noun phrase at `t`, with what hangs on it by prepositions, and the finite verb it is the subject of.
bool is_subject(const SentenceView& s, Token t) {
  const Chunk* np = s.noun_phrase(t);
  if (np == nullptr || np->first != t) return false;
  const Chunk* group = s.verb_group(np->last);
  if (group != nullptr) return s.is_finite(*group);
  return s.is_pos(np->last, Upos::Adp) && starts_main_clause(s, t, s.end());
}

// What stands before a cue that closes its sentence: "..., X said".
std::vector<Range> content_left(const SentenceView& s, const Frame& frame, Token low) {
  Token end = frame.source.empty() || frame.source_after ? frame.cue.first : std::min(frame.source.first, frame.cue.first);
  if (end <= low) return {};
  if (!s.is_comma(end - 1) && !s.closes(end - 1) && !s.is_mark(end - 1)) return {};
  if (s.is(end - 1, s.words().semicolon)) return {};  // "They know this; their envoy told me so"
  while (end > low && s.is_comma(end - 1)) --end;
  Token begin = low;
  while (begin < end && (s.words().conjunctions.has(s.word(begin).form) || s.is_comma(begin))) ++begin;
  if (end <= begin || s.is(begin, s.words().according)) return {};  // "According to X, Y agreed"
  // "He backs the plan: 'B,' she said": the quotation alone.
  if (s.closes(end - 1))
    for (Token t = end - 1; t > begin + 1; --t)
      if (s.opens(t) && s.is(t - 1, s.words().colon)) begin = t;
  // A lone connective or name before the comma is nothing said.
  bool says = end - begin > 1;
  for (Token t = begin; t < end && !says; ++t) says = s.opens(t) || s.closes(t) || s.quoted(t) || s.verb_group(t) != nullptr;
  if (!says) return {};
  // Before a cue that goes on, only a quotation or a main clause: "Rattling off numbers, she promised more".
  const Token behind = std::max(frame.cue.last, frame.source_after ? frame.source.last : 0);
  const bool goes_on = behind < s.end() && !s.is_mark(behind) && !s.is_pos(behind, Upos::Adp) && !is_adverb(s, behind);
  const bool quotes = s.opens(begin) || s.quoted(begin) || s.closes(end - 1);
  if (goes_on && !quotes && (s.finite_verb(begin, end) == nullptr || s.words().subordinators.has(s.word(begin).form))) return {};
  return {{begin, end}};
}

// After an interrupting cue: `"A," he said, "B."`
void add_right_part(const SentenceView& s, const Frame& frame, std::vector<Range>& content, Token high) {
  Token t = std::max(frame.cue.last, frame.source_after ? frame.source.last : frame.cue.last);
  t = skip_adjuncts(s, t, high);
  if (t >= high) return;
  if (s.opens(t)) return content.push_back(from_quotation(s, t, high));
  // '"A," he wrote in a note explaining his vote, "but B"'
  for (Token i = t; !content.empty() && s.opens(content.front().first) && i + 1 < high && !s.is_comma(t); ++i)
    if (s.is_comma(i) && s.opens(i + 1)) return content.push_back(from_quotation(s, i + 1, high));
  if (!s.is_comma(t) || t + 1 >= high) return;
  const bool no_clause_yet = !content.empty() && !s.opens(content.front().first) &&
                             s.finite_verb(content.front().first, content.front().last) == nullptr;
  if (no_clause_yet) return content.push_back({t + 1, clause_end(s, t + 1, high)});
  if (s.opens(t + 1)) return content.push_back(from_quotation(s, t + 1, high));
  const bool participle = s.verb_group(t + 1) != nullptr && !s.is_finite(*s.verb_group(t + 1));
  const bool joined = s.words().conjunctions.has(s.word(t + 1).form) || s.words().subordinators.has(s.word(t + 1).form);
  const bool quoted_before = !content.empty() && s.opens(content.front().first);
  if (!participle && !joined && !quoted_before && starts_clause(s, content.empty() ? t + 1 : s.first(), high)) {
    content.push_back({t + 1, clause_end(s, t + 1, high)});
  }
}

std::vector<Range> content_right(const SentenceView& s, Token t, Token high, bool marked_only) {
  const Token plain = t;
  t = skip_adjuncts(s, t, high);
  Token at = t;
  if (s.is_comma(at) && (s.opens(at + 1))) ++at;
  // "that", a quotation or a colon may follow a longer adjunct.
  if (!marks_clause(s, at)) {
    for (Token i = plain; i < high && i < plain + 10; ++i) {
      if (s.is_comma(i) && !s.opens(i + 1)) break;
      if (s.verb_group(i) != nullptr) break;
      if (s.is(i, s.words().that) || s.opens(i)) {
        // "says the plan 'would fail'": what is said begins before the mark.
        const Chunk* object = s.opens(i) ? s.noun_phrase(plain) : nullptr;
        if (object != nullptr && object->first == plain && !s.words().times.has(s.word(object->head).form) && !s.is_pos(i - 1, Upos::Punct)) {
          const bool clause = s.verb_group(i - 1) != nullptr || s.verb_group(i + 1) != nullptr;
          return {{plain, clause ? clause_end(s, plain, high) : phrase_end(s, plain, high)}};
        }
        at = i;
        break;
      }
    }
  }
  const bool colon = s.is(at, s.words().colon);
  if (colon) ++at;
  if (at >= high) return {};
  if (colon && !s.opens(at)) return {{at, clause_end(s, at, high)}};
  if (s.opens(at)) return {from_quotation(s, at, high)};
  if (marks_clause(s, at)) return {{at, clause_end(s, at + 1, high)}};
  if (marked_only) return {};
  // "said about half of them had left": no adjunct.
  if (t != plain && s.verb_group(t) != nullptr && s.is_finite(*s.verb_group(t)) && s.noun_phrase(t - 1) != nullptr) at = t = plain;
  // "a letter that he said was drafted abroad"
  if (const Chunk* group = s.verb_group(at); group != nullptr && group->first == at && s.is_finite(*group)) return {{at, clause_end(s, at, high)}};
  if (!s.is_comma(t) && starts_clause(s, t, high)) return {{t, clause_end(s, t, high)}};
  if (t != plain && !s.is_comma(plain) && s.noun_phrase(plain) != nullptr && starts_clause(s, plain, high)) {
    return {{plain, clause_end(s, plain, high)}};
  }
  return {};
}

// Over the addressee of "told X", "assured X", also one in quotation marks; a clause may follow it without a conjunction.
Token skip_object(const SentenceView& s, Token t, Token high) {
  if (s.opens(t)) {
    const auto* q = s.quotation_at(t);
    const bool name = q != nullptr && s.is_pos(t + 1, Upos::Propn) && s.quotation_end(*q) < t + 8 && s.finite_verb(t, s.quotation_end(*q)) == nullptr;
    return name ? std::min(s.quotation_end(*q), high) : t;
  }
  const Chunk* np = s.noun_phrase(t);
  if (np == nullptr || np->first != t) return t;
  if (s.is_pos(np->head, Upos::Pron) || is_subject(s, np->last)) return std::min(np->last, high);
  return std::min(whole_phrase(s, *np, t, high).last, high);
}

// "Otherwise, she said, A", "As X noted, A": the clause behind the comma that closes the cue.
std::vector<Range> after_interruption(const SentenceView& s, const Frame& frame, Token right, Token low, Token high) {
  const Token begin = std::min(frame.cue.first, frame.source.empty() ? frame.cue.first : frame.source.first);
  if (!s.is_comma(right) || right + 1 >= high || begin <= low) return {};
  if (!s.is_comma(begin - 1) && !s.is(begin - 1, s.words().as)) return {};
  if (!s.opens(right + 1) && !starts_clause(s, right + 1, high)) return {};
  return {{right + 1, clause_end(s, right + 1, high)}};
}

// "the pipe, which Kyiv says is a trap, was built": what lacks its subject ends with the relative clause.
std::vector<Range> within_relative(const SentenceView& s, const Frame& frame, std::vector<Range> out) {
  const Chunk* group = s.verb_group(out.front().first);
  const Token pronoun = frame.source.first - 1;
  if (frame.source.first <= s.first() + 1 || group == nullptr || !s.words().relatives.has(s.word(pronoun).form) || !s.is_comma(pronoun - 1)) return out;
  for (Token t = out.front().first; t < out.front().last; ++t)
    if (s.is_comma(t) && !s.quoted(t)) out.front().last = t;
  return out;
}

std::vector<Range> clause(const SentenceView& s, Frame& frame, Token right, Token low, Token high, bool marked_only) {
  if (s.is_comma(right) && s.is(right + 1, s.words().that)) ++right;
  // What stands before "while saying", "declined to say" was said by another verb.
  const Chunk* group = s.verb_group(frame.cue.first);
  if (group != nullptr && !s.is_finite(*group) && !frame.source_after) {
    const bool pronoun = (group->flags & kGerund) != 0 && s.words().pronouns.has(s.word(right).form) && is_subject(s, right);  // "saying it was late"
    return content_right(s, right, high, marked_only && !pronoun);
  }
  const bool closing = frame.source_after || (right >= high) || s.is_comma(right);
  if (!frame.source_after) {
    auto out = content_right(s, right, high, marked_only && !is_subject(s, right));
    const Token begin = frame.source.empty() ? frame.cue.first : frame.source.first;
    const bool beside = frame.source.empty() || s.finite_verb(frame.source.last, frame.cue.first) == nullptr;  // not ", adding that"
    const bool quotation_left = beside && s.closes(begin - 1) && (closing || (s.opens(low) && !out.empty() && !s.opens(out.front().first)));
    if (!out.empty() && !quotation_left) return within_relative(s, frame, out);
    if (marked_only && !closing && !s.closes(begin - 1)) return {};
  }
  const bool relative = frame.source.size() == 1 && frame.source.last <= frame.cue.first && s.words().relatives.has(s.word(frame.source.first).form);
  auto out = relative ? std::vector<Range>{} : content_left(s, frame, low);  // "says Kern, who teaches"
  if (!out.empty()) add_right_part(s, frame, out, high);
  if (out.empty() && frame.source_after) out = content_right(s, frame.source.last, high, false);
  if (out.empty() && !marked_only) out = after_interruption(s, frame, right, low, high);
  return out;
}

// "Asked why A, X smiled": the question ends where the main clause begins.
std::vector<Range> question(const SentenceView& s, Frame& frame, Token low, Token high) {
  auto out = clause(s, frame, frame.cue.last, low, high, false);
  if (out.empty()) return out;
  Range& r = out.front();
  for (Token t = r.first + 1; t < r.last; ++t) {
    if (!s.is_comma(t) || s.quoted(t) || !starts_main_clause(s, t + 1, s.end())) continue;
    r.last = t;
    break;
  }
  return out;
}

}  // namespace

std::vector<Range> find_content(const SentenceView& s, Frame& frame, std::string_view op, Token low, Token high) {
  const Token right = frame.cue.last;
  if (op == "rest" || op == "turn") return right < high ? std::vector<Range>{{right, high}} : std::vector<Range>{};
  if (op == "phrase") return phrase(s, right, high);
  if (op == "quotation") return quotation_before(s, frame.cue.first);
  if (op == "antecedent") return antecedent_content(s, frame, low);
  if (op == "antecedent-as") {
    auto out = antecedent_content(s, frame, low);
    if (!out.empty()) out.push_back({right, phrase_end(s, right, high)});
    return out;
  }
  if (op == "reason") return reason(s, right, high);
  if (op == "relative") {
    Token t = right;
    while (t < high && (s.is_pos(t, Upos::Adp) || s.words().relatives.has(s.word(t).form))) ++t;
    return {{t, clause_end(s, t, high)}};
  }
  if (op == "as") return {{right, clause_end(s, right, high)}};
  if (op == "around") return around(s, frame, low, high);
  if (op == "adjective") return after_adjective(s, right, high);
  if (op == "question") return question(s, frame, low, high);
  if (op == "predicate") return predicate(s, frame, low, high);
  if (op == "passive") return passive(s, frame, low, high);
  if (op == "noun-that") return of_noun(s, right, high);
  if (op == "to") return infinitive(s, right, high);
  if (op == "object-to") return object_infinitive(s, right, high);
  if (op == "object-clause") return clause(s, frame, skip_object(s, right, high), low, high, false);
  if (op == "that") return clause(s, frame, right, low, high, true);
  return clause(s, frame, right, low, high, false);
}

}  // namespace entente::extract::claims
