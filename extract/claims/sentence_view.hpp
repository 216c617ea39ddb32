// One sentence as the claim operators see it: chunks, quotations, and small questions about words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/claims/words.hpp"
#include "extract/rules/scene.hpp"

namespace entente::extract::claims {

using Token = std::uint32_t;

// Tokens [first, last).
struct Range {
  Token first = 0, last = 0;
  bool empty() const { return first >= last; }
  Token size() const { return empty() ? 0 : last - first; }
};

class SentenceView {
 public:
  SentenceView(const Analysis& analysis, const ClaimWords& words, std::uint32_t sentence);

  const Analysis& analysis() const { return a_; }
  std::uint32_t index() const { return sentence_; }
  Token first() const { return first_; }
  // The end without closing punctuation (but with a closing quotation mark's words inside).
  Token end() const { return end_; }
  Token last() const { return last_; }

  // A word without form before or behind all words of the text, so that rules may look one further.
  const Word& word(Token t) const { return t < a_.words.size() ? a_.words[t] : kNoWord; }
  bool is(Token t, Symbol symbol) const { return t < last_ && t >= first_ && a_.words[t].form == symbol && symbol != 0; }
  bool is_comma(Token t) const { return is(t, w_.comma); }
  bool is_pos(Token t, Upos upos) const { return t >= first_ && t < last_ && a_.words[t].upos == upos; }
  // A comma with a relative clause behind it: ", who", ", whose".
  bool opens_relative(Token t) const { return is_comma(t) && (w_.relatives.has(word(t + 1).form) || is(t + 1, w_.whose)); }
  // The particle behind a possessor: "'s", "'".
  bool is_possessive(Token t) const { return is_pos(t, Upos::Part) && noun_phrase(t) != nullptr; }
  bool is_mark(Token t) const { return t >= first_ && t < last_ && (a_.words[t].shape & kPunctuation) != 0; }
  bool opens(Token t) const { return t >= first_ && t < last_ && a_.words[t].quote == kQuoteOpen; }
  bool closes(Token t) const { return t >= first_ && t < last_ && a_.words[t].quote == kQuoteClose; }
  bool quoted(Token t) const { return t >= first_ && t < last_ && a_.words[t].quote == kQuoteIn; }

  // The chunk that covers a token, or null.
  const Chunk* chunk(Token t) const;
  const Chunk* noun_phrase(Token t) const;
  const Chunk* verb_group(Token t) const;
  // The first finite verb group in [from, to), or null.
  const Chunk* finite_verb(Token from, Token to) const;
  bool is_finite(const Chunk& group) const;
  // The quotation whose opening mark, or whose first word, is `t`; null if none.
  const corpus::Quotation* quotation_at(Token t) const;
  // Token after the quotation's closing mark inside the sentence, at most last().
  Token quotation_end(const corpus::Quotation& quotation) const;

  const ClaimWords& words() const { return w_; }

 private:
  inline static const Word kNoWord{};
  const Analysis& a_;
  const ClaimWords& w_;
  std::uint32_t sentence_;
  Token first_, last_, end_;
};

}  // namespace entente::extract::claims
