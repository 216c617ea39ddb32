#include "extract/relations/dates.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

// A time expression that begins in [from, to), as bytes; the first one.
Id time_in(const Analysis& a, std::uint32_t from, std::uint32_t to) {
  const auto& times = a.result.times;
  const auto at = std::lower_bound(times.begin(), times.end(), from, [](const TimeExpression& t, std::uint32_t begin) { return t.span.begin < begin; });
  if (at == times.end() || at->span.begin >= to || at->edtf.empty()) return kNoId;
  return static_cast<Id>(at - times.begin());
}

bool is(std::string_view word, std::string_view lower) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return std::equal(word.begin(), word.end(), lower.begin(), lower.end(), same);
}

bool is_link(std::string_view word) {
  for (const std::string_view link : {"in", "on", "since", "from", "as", "of", "early", "late", "the", "only", "back", "again", "officially", "formally"}) {
    if (is(word, link)) return true;
  }
  return false;
}

}  // namespace

void date_relation(const Analysis& a, const rules::Match& match, Relation& relation) {
  const auto& sentence = a.segmentation.sentences[match.sentence];
  // Behind the match: at most three small words, then the expression.
  bool since = false;
  for (std::uint32_t t = match.last; t < sentence.last && t < match.last + 4; ++t) {
    const Span word = a.segmentation.tokens[t].span;
    relation.time = time_in(a, word.begin, word.end);
    if (relation.time != kNoId) break;
    if (!is_link(word.of(a.text()))) break;
    since = since || is(word.of(a.text()), "since");
  }
  if (relation.time == kNoId && match.first > sentence.first + 1 && a.form(match.first - 1) == ",") {
    const Span opening = a.span(sentence.first, match.first);
    const Id time = time_in(a, opening.begin, opening.end);
    const std::uint32_t comma = a.segmentation.tokens[match.first - 1].span.begin;
    if (time != kNoId && a.result.times[time].span.end == comma) relation.time = time;
  }
  if (relation.time == kNoId) return;
  const auto verb = a.form(match.role("trigger") != nullptr ? match.role("trigger")->first : match.first);
  relation.begins = since || verb.starts_with("join") || verb.starts_with("acced") || verb.starts_with("appoint");
}

}  // namespace entente::extract
