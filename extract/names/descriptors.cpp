// People and bodies that are described, not named: "European leaders", "the two governments", "a spokesman". The noun
// phrase is grown to the left of its head noun over adjectives, nouns and names to its determiner.
#include <algorithm>

#include "extract/names/finder.hpp"
#include "extract/spelled.hpp"

namespace entente::extract {
namespace {

constexpr std::uint64_t kDescribed = kPersonNoun | kGroupNoun | kBodyNoun | kPlaceNoun;

bool is_determiner(std::string_view w) {
  return one_of(w, {"the", "a", "an", "this", "that", "these", "those", "some", "many", "several", "most", "other", "both", "all", "no",
                    "any", "each", "every", "either", "neither", "another", "few", "such", "more", "The", "A", "An", "This", "That", "These",
                    "Those", "Some", "Many", "Several", "Most", "Other", "Both", "All", "No", "Each", "Every", "Another", "Few", "his", "her",
                    "its", "their", "our", "my", "your", "His", "Her", "Its", "Their", "Our"});
}

}  // namespace

EntityType NameFinder::described_type(std::uint32_t head) const {
  const auto c = tokens_[head].classes;
  const auto w = tokens_.form(head);
  if ((c & kBodyNoun) != 0) {
    if (one_of(w, {"government", "administration", "regime", "cabinet"})) return EntityType::Government;
    if (one_of(w, {"army", "military", "navy", "police"})) return EntityType::Military;
    if (one_of(w, {"party"})) return EntityType::PoliticalParty;
    if (one_of(w, {"country", "nation"})) return EntityType::State;
    return EntityType::Organization;
  }
  if ((c & kGroupNoun) != 0) return EntityType::Group;
  if ((c & kPersonNoun) != 0) return EntityType::Person;
  return EntityType::Place;
}

// A modifier that belongs to the noun phrase whose head stands to the right of `t`.
bool NameFinder::modifies(const Context& context, std::uint32_t t) const {
  if (known_.at(t) != nullptr || taken_[t]) return true;
  const Upos tag = tokens_.tag(t);
  if (tag == Upos::Adj || tag == Upos::Noun || tag == Upos::Propn || tag == Upos::Num) return tokens_.form(t) != "," && !tokens_.has(t, kBitPossessive);
  if (tokens_.has(t, kBitHyphen)) {
    return t > context.sentence.first && !tokens_.space_before(t) && t + 1 < tokens_.size() && !tokens_.space_before(t + 1);
  }
  if (tag == Upos::Verb && t < a_.words.size()) {
    const auto form = a_.words[t].verb_form;
    const bool led = t > context.sentence.first && (is_determiner(tokens_.form(t - 1)) || tokens_.tag(t - 1) == Upos::Adj || tokens_.has(t - 1, kBitHyphen));
    return (form == VerbForm::Participle || form == VerbForm::Gerund || form == VerbForm::Past) && led;
  }
  return false;
}

bool NameFinder::is_described_head(const Context& context, std::uint32_t t) const {
  if (!tokens_.is(t, kDescribed) || taken_[t] || known_.at(t) != nullptr) return false;
  // "The Ministers stressed": communiqués write the group that speaks with a capital.
  const bool speakers = tokens_.is(t, kGroupNoun) && tokens_.form(t).ends_with("s") && t > context.sentence.first && one_of(tokens_.form(t - 1), {"the", "The"}) &&
                        !(t + 1 < context.sentence.last && tokens_.has(t + 1, kBitCapital));
  if (tokens_.has(t, kBitCapital) && !tokens_.has(t, kBitSentenceStart) && !speakers) return false;
  const Upos tag = tokens_.tag(t);
  if (tag != Upos::Noun && tag != Upos::None && tag != Upos::Propn) return false;
  if (t + 1 >= context.sentence.last) return true;
  const Upos next = tokens_.tag(t + 1);
  if (next == Upos::Noun || (next == Upos::Propn && tokens_.has(t + 1, kBitLower))) return false;
  if (tokens_.has(t + 1, kBitHyphen) && !tokens_.space_before(t + 1)) return false;
  // "president Jane Smith": a title, the name says who.
  return !(tokens_.is(t, kPersonNoun) && !tokens_.is(t, kGroupNoun) && tokens_.has(t + 1, kBitCapital) && (taken_[t + 1] || known_.at(t + 1) != nullptr));
}

// "is a researcher", "as an expert": what somebody is said to be, not somebody else.
bool NameFinder::is_predicate(const Context& context, std::uint32_t first) const {
  if (!one_of(tokens_.form(first), {"a", "an"}) || first == context.sentence.first) return false;
  std::uint32_t t = first - 1;
  while (t > context.sentence.first && (tokens_.tag(t) == Upos::Adv || tokens_.tag(t) == Upos::Part)) --t;
  return one_of(tokens_.form(t), {"is", "was", "are", "were", "be", "been", "being", "became", "become", "becomes", "becoming", "as", "'s", "’s", "remains", "remained"});
}

void NameFinder::find_descriptors(const Context& context) {
  for (auto t = context.sentence.first; t < context.sentence.last; ++t) {
    if (!is_described_head(context, t)) continue;
    std::uint32_t first = t;
    while (first > context.sentence.first && t - first < 7 && modifies(context, first - 1)) {
      // "solutions European leaders want": a noun before an adjective belongs to another phrase.
      const bool adjective = tokens_.tag(first) == Upos::Adj && !tokens_.has(first - 1, kBitHyphen) && !(first >= 2 && tokens_.has(first - 2, kBitHyphen));
      if (adjective && first < t && tokens_.tag(first - 1) == Upos::Noun && tokens_.has(first - 1, kBitLower)) break;
      --first;
    }
    if (const auto* known = known_.at(first); known != nullptr && known->first < first) first = std::max(known->first, context.sentence.first);
    bool determined = first > context.sentence.first && tokens_.has(first - 1, kBitPossessive);
    const auto conjunction = [&](std::uint32_t i) {  // "said that the port", "said that workers"
      return tokens_.form(i) == "that" && (tokens_.tag(i) == Upos::Sconj || is_determiner(tokens_.form(i + 1)));
    };
    while (first > context.sentence.first && t - first < 9 && is_determiner(tokens_.form(first - 1)) && !conjunction(first - 1)) {
      --first;
      determined = true;
    }
    while (first < t && (tokens_.has(first, kBitHyphen) || tokens_.form(first) == ",")) ++first;
    const bool singular = !tokens_.is(t, kGroupNoun);
    if (singular && !determined && first == t) continue;  // "as president", "premier league"
    if (tokens_.is(t, kPlaceNoun) && !determined) continue;
    if (singular && is_predicate(context, first)) continue;
    MentionCandidate c;
    c.first = first;
    c.last = t + 1;
    c.head_first = t;
    c.head_last = t + 1;
    c.type = described_type(t);
    c.form = MentionForm::Descriptor;
    c.confidence = 0.6F;
    found_.push_back(c);
  }
}

}  // namespace entente::extract
