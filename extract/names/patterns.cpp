// Names that begin with a year or end in a common noun: elections, referendums, wars, summits.
#include <algorithm>

#include "extract/names/finder.hpp"
#include "extract/spelled.hpp"

namespace entente::extract {
// The first token of "February 1974 United Kingdom general election" before its head.
std::uint32_t NameFinder::election_begin(const Context& context, std::uint32_t head) const {
  std::uint32_t t = head;
  while (t > context.sentence.first) {
    const std::uint32_t p = t - 1;
    const bool name = tokens_.has(p, kBitCapital) && !tokens_.is(p, kFunction | kMonth | kWeekday) &&
                      !(tokens_.has(p, kBitSentenceStart) && known_.at(p) == nullptr && !tokens_.capital_elsewhere(p) && tokens_.tag(p) != Upos::Propn);
    const bool joint = p > context.sentence.first && ((tokens_.has(p, kBitHyphen) && !tokens_.space_before(p) && !tokens_.space_before(t)) ||
                                                      (tokens_.has(p, kBitPossessive) && tokens_.has(p - 1, kBitCapital)) ||
                                                      (one_of(tokens_.form(p), {"of", "and"}) && tokens_.has(p - 1, kBitCapital) && tokens_.has(t, kBitCapital)));
    if (!name && !joint && !tokens_.is(p, kElectionWord)) break;
    t = p;
  }
  while (t < head && (tokens_.has(t, kBitHyphen | kBitPossessive) || one_of(tokens_.form(t), {"of", "and", "by"}))) ++t;
  if (t > context.sentence.first && tokens_.has(t - 1, kBitYear)) {
    --t;
    if (t > context.sentence.first && tokens_.is(t - 1, kMonth) && tokens_.has(t - 1, kBitCapital)) --t;
  }
  return t;
}

bool NameFinder::add_event(const Context& context, std::uint32_t head) {
  // Words between the year and the head: names, adjectives and nouns, at most four.
  std::uint32_t t = head;
  bool named = false;
  while (t > context.sentence.first && head - t < 5) {
    const std::uint32_t p = t - 1;
    if (tokens_.has(p, kBitYear)) break;
    const bool capital = tokens_.has(p, kBitCapital) && !tokens_.is(p, kFunction | kMonth);
    const Upos tag = tokens_.tag(p);
    const bool plain = tokens_.has(p, kBitLower) && !tokens_.is(p, kFunction | kParticle) && (tag == Upos::None || tag == Upos::Noun || tag == Upos::Adj);
    if (!capital && !plain) return false;
    named = named || capital;
    t = p;
  }
  if (t == context.sentence.first || !tokens_.has(t - 1, kBitYear) || (t > context.sentence.first + 1 && tokens_.form(t - 2) == "in")) return false;
  std::uint32_t end = head + 1;
  if (end + 1 < context.sentence.last && tokens_.form(end) == "of") {
    const auto next = tokens_.form(end + 1) == "the" ? end + 2 : end + 1;
    if (next < context.sentence.last && tokens_.has(next, kBitCapital) && !tokens_.is(next, kMonth | kFunction)) {
      end = grower_.grow(next, context.sentence.last).last;
      named = true;
    }
  }
  if (!named) return false;
  add({t - 1, end}, EntityType::NamedEvent, MentionForm::Name, 0.8F);
  return true;
}

void NameFinder::find_dated(const Context& context) {
  for (auto t = context.sentence.first; t < context.sentence.last; ++t) {
    if (!tokens_.is(t, kElectionHead | kEventHead) || taken_[t]) continue;
    if (tokens_.is(t, kElectionHead) && !tokens_.is(t, kEventHead)) {
      const auto begin = election_begin(context, t);
      if (begin == t) continue;
      const bool dated = tokens_.has(begin, kBitYear) || tokens_.is(begin, kMonth);
      bool named = false;
      for (auto i = begin; i < t; ++i) named = named || tokens_.has(i, kBitCapital);
      const bool kind = t > begin && tokens_.is(t - 1, kElectionWord);
      if (!dated && !(named && kind && tokens_.has(begin, kBitCapital))) continue;
      if (!named && !kind) continue;
      std::uint32_t end = t + 1;
      if (dated && end + 1 < context.sentence.last && tokens_.form(end) == "in" && tokens_.has(end + 1, kBitCapital) && known_.at(end + 1) != nullptr) {
        end = grower_.grow(end + 1, context.sentence.last).last;
      }
      if (free({begin, end})) add({begin, end}, EntityType::Election, MentionForm::Name, 0.9F);
    } else if (tokens_.is(t, kEventHead) && tokens_.has(t, kBitLower)) {
      add_event(context, t);
    }
  }
}

}  // namespace entente::extract
