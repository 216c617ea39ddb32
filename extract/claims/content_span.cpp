#include "extract/claims/content_span.hpp"

#include <algorithm>

#include "extract/claims/quotations_over.hpp"

namespace entente::extract::claims {
namespace {

// The closing mark of the quotation that opens at a token.
Token closes_at(const Analysis& a, Token open) {
  Token t = open + 1;
  while (t < a.words.size() && a.words[t].quote == kQuoteIn) ++t;
  return t;
}

}  // namespace

Range whole_quotation(const SentenceView& view, Range range, Token cue) {
  const Analysis& a = view.analysis();
  const bool starts_inside = a.words[range.first].quote == kQuoteIn || a.words[range.first].quote == kQuoteOpen;
  if (!starts_inside) return range;
  for (const auto* quotation : quotations_over(view, range.first + 1, range.first)) {
    const corpus::Quotation& q = *quotation;
    if (q.parent != corpus::no_index || q.first > range.first + 1) continue;
    if (q.first <= cue && cue < q.last) continue;
    const bool begins_before = q.first < view.first();
    if (begins_before && q.closed()) range.first = q.open != corpus::no_index ? q.open : q.first;
    if (q.last > view.last() && q.closed()) range.last = q.close != corpus::no_index ? q.close + 1 : q.last;
  }
  return range;
}

Span content_span(const Analysis& a, const ClaimWords& words, Range range) {
  const auto form = [&](Token t) { return a.words[t].form; };
  const auto subject = [&](Token t) {  // "That is a lie"
    const Upos next = a.words[t + 1].upos;
    return a.words[t].upos == Upos::Pron && (next == Upos::Aux || next == Upos::Verb);
  };
  while (range.first + 1 < range.last && form(range.first) == words.that && !subject(range.first)) ++range.first;
  // "his 'open mind'": the quoted words are what was said.
  const Upos lead = a.words[range.first].upos;
  if (range.size() > 3 && (lead == Upos::Pron || lead == Upos::Det) && a.words[range.first + 1].quote == kQuoteOpen &&
      a.words[range.last - 1].quote == kQuoteClose && closes_at(a, range.first + 1) == range.last - 1)
    ++range.first;
  if (a.words[range.first].quote == kQuoteOpen && range.size() > 1) {
    const bool whole = a.words[range.last - 1].quote == kQuoteClose || a.words[range.last - 1].quote == kQuoteIn;
    if (whole) ++range.first;
  }
  const auto begin = a.words.begin();
  const bool opened_inside = std::any_of(begin + range.first, begin + range.last, [](const Word& w) { return w.quote == kQuoteOpen; });
  if (range.size() > 1 && a.words[range.last - 1].quote == kQuoteClose && !opened_inside) --range.last;
  while (range.size() > 1 && form(range.last - 1) == words.comma) --range.last;
  return a.span(range.first, range.last);
}

}  // namespace entente::extract::claims
