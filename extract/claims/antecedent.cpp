// What a relative clause is about: "the plan, which A and B oppose".
#include <algorithm>

#include "extract/claims/operators.hpp"

namespace entente::extract::claims {
namespace {

// The noun phrase that ends at `end`, over "of": "members of the board".
Range noun_before(const SentenceView& s, Token end, Token low) {
  const Chunk* np = end > low ? s.noun_phrase(end - 1) : nullptr;
  if (np == nullptr) return {};
  Range out{std::max(np->first, low), end};
  while (out.first > low + 1 && s.is(out.first - 1, s.words().of) && s.noun_phrase(out.first - 2) != nullptr) out.first = std::max(s.noun_phrase(out.first - 2)->first, low);
  return out;
}

}  // namespace

std::vector<Range> antecedent_content(const SentenceView& s, const Frame& frame, Token low) {
  if (frame.source.empty() || frame.source.first <= low + 1 || frame.source.first >= frame.cue.first) return {};
  Token end = frame.source.first - 1;
  if (!s.words().relatives.has(s.word(end).form)) return {};
  const bool person = s.is(end, s.words().whom);
  const bool comment = s.is_comma(end - 1);
  if (comment) --end;
  Frame relative;
  relative.cue.first = end;
  // ", which" goes with all of "the tax on land"; "that" and "whom" with the nearest noun.
  const Range noun = comment && !person ? find_source(s, relative, "before", low) : noun_before(s, end, low);
  const bool nominal = !noun.empty() && (s.is_pos(noun.last - 1, Upos::Noun) || s.is_pos(noun.last - 1, Upos::Propn));
  return nominal ? std::vector<Range>{noun} : std::vector<Range>{};
}

}  // namespace entente::extract::claims
