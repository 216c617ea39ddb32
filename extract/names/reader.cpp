// A run of capitals is read from its strongest evidence to its weakest: titles cut it, head nouns name it, known
// names are cut off, given names begin people; what is left is judged by the words around it.
#include <algorithm>

#include "extract/names/finder.hpp"
#include "extract/spelled.hpp"

namespace entente::extract {
namespace {

constexpr std::uint64_t kHeads = kNameHeads | kPlaceHead | kEventHead | kWorkHead | kElectionHead;

}  // namespace

std::string_view NameFinder::word_before(const Context& context, std::uint32_t token) const {
  return token > context.sentence.first ? tokens_.form(token - 1) : std::string_view{};
}

// A word that may end a person's name and means nothing else.
bool NameFinder::ends_person(std::uint32_t t) const {
  if (tokens_.is(t, kAdherent | kFaith | kPartyWord)) return false;
  return is_rare(t) || (is_family_name(t) && !is_ordinary(kinds_of(t), false));
}

// The first title in the run that is not part of a name ("General Assembly", "Prime Minister's Office").
bool NameFinder::find_title(TokenRange run, std::uint32_t& first, std::uint32_t& last) const {
  for (auto t = run.first; t < run.last; ++t) {
    if (!tokens_.is(t, kTitle | kHonorific) || tokens_.is(t, kPlaceFirst) || (tokens_.is(t, kNoble) && t + 1 < run.last)) continue;
    const bool ends = t + 1 == run.last;
    // "Balen Shah": titles that are family names too.
    if (ends && t == run.first + 1 && (tokens_.is(run.first, kGiven) || is_rare(run.first)) &&
        one_of(tokens_.form(t), {"Shah", "Khan", "King", "Pasha", "Bey", "Dean", "Bishop", "Pope", "Prince", "Major", "Marshal", "Sheikh", "Sultan", "Malik"})) continue;
    if (!ends && tokens_.is(t + 1, kNameHeads) && !tokens_.is(t + 1, kGiven | kTitle)) continue;
    if (!ends && tokens_.has(t + 1, kBitPossessive)) continue;
    first = t;
    while (first > run.first && tokens_.is(first - 1, kTitleModifier | kTitle) && !tokens_.is(first - 1, kAdherent)) --first;
    last = t + 1;
    while (last < run.last && tokens_.is(last, kTitle | kHonorific)) ++last;
    return true;
  }
  return false;
}

void NameFinder::read_titled(const Context& context, TokenRange run, std::uint32_t first, std::uint32_t last, EntityType before) {
  if (first > run.first) read_run(context, {run.first, first}, before);
  const bool honorific = last - first == 1 && tokens_.is(first, kHonorific);
  const auto* owner = first > run.first ? known_.at(first - 1) : nullptr;
  const bool owned = owner != nullptr && owner->last == first && owner->form == MentionForm::Adjective;
  const bool post = !honorific && (owned || last - first > 1) && tokens_.is(last - 1, kTitle) && known_.at(first) == nullptr;
  std::uint32_t post_last = last;  // "Deputy Director of Research and Analysis"
  if (last == run.last && !honorific && tokens_.is(last - 1, kTitle) && last + 1 < context.sentence.last && tokens_.form(last) == "of" &&
      tokens_.has(last + 1, kBitCapital) && !tokens_.is(last + 1, kFunction)) {
    const TokenRange of = grower_.grow(last + 1, context.sentence.last);
    std::uint32_t head = 0;
    if (type_by_head(tokens_, of, head).type == EntityType::None && !tokens_.is(of.first, kGiven)) post_last = of.last;
  }
  if ((post || post_last > last) && known_.at(first) == nullptr) {
    add({owned ? owner->first : first, post_last}, EntityType::Post, MentionForm::Descriptor, 0.7F);
    for (auto t = first; t < post_last; ++t) taken_[t] = true;
  }
  if (last < run.last) {
    read_run(context, {last, run.last}, EntityType::Person);
  }
}

// Cuts known names off a run without a head of its own: "Moscow Putin", "British Guardian", "Republican Smith".
bool NameFinder::cut_known(const Context& context, TokenRange run, EntityType before) {
  const auto* first = known_.at(run.first);
  if (first != nullptr && first->first == run.first && first->last < run.last) {
    // "Florence Okoye", "Christian Tein", but "Christian Democrats"
    const bool given = tokens_.is(run.first, kGiven) && first->last == run.first + 1 && !tokens_.is(run.first + 1, kHeads) &&
                       (first->form != MentionForm::Adjective || (run.size() == 2 && tokens_.has(run.first + 1, kBitCapital) && ends_person(run.first + 1)));
    const bool whole = first->form == MentionForm::Acronym && tokens_.has(first->last, kBitHyphen);
    const auto after = first->last;
    const bool place = (first->type == EntityType::State || first->type == EntityType::Place) && first->form == MentionForm::Name &&
                       tokens_.has(after, kBitCapital) && !tokens_.is(after, kGiven | kAdherent | kTitle | kFaith | kHonorific) && known_.at(after) == nullptr;
    if (place) {  // "Toronto Star", "Vancouver South", but "Florence Okoye"
      const bool direction = one_of(tokens_.form(after), {"North", "South", "East", "West", "Centre", "Central"});
      if (!given || direction) return add(run, direction ? EntityType::Place : EntityType::Organization, MentionForm::Name, 0.55F), true;
    }
    if (!given && !whole) {
      // "Asian Studies", "British English": an adjective and one common word are no name.
      const bool leftover = first->form == MentionForm::Adjective && run.last - after == 1 && known_.at(after) == nullptr &&
                            !tokens_.is(after, kGiven | kTitle | kAdherent | kFaith) && !is_rare(after);
      if (leftover) return true;
      read_run(context, {first->last, run.last}, before);
      return true;
    }
  }
  for (auto t = run.first + 1; t < run.last; ++t) {
    const auto* inside = known_.at(t);
    if (inside == nullptr || inside->first != t || (inside->last != run.last && inside->size() < 2)) continue;
    if (tokens_.is(t - 1, kParticle) && tokens_.has(t - 1, kBitLower)) continue;  // "Mocímboa da Praia"
    const bool person = is_a(inside->type, EntityType::Person);
    // "Nahid Islam": a family name as well.
    if (tokens_.form(t) == "Islam" && inside->size() == 1 && run.size() == 2 && !is_ordinary(kinds_of(run.first), true)) return add(run, person_type(context, run), MentionForm::Name, 0.7F), true;
    if (person && inside->size() == 1) {
      // A surname is part of the name, but "Team Clinton", "Crooked Hillary" and "AG Lynch" leave it alone.
      const bool apart = inside->last == run.last && !tokens_.is(run.first, kGiven) &&
                         (tokens_.has(run.first, kBitAllCaps) || is_ordinary(kinds_of(run.first), true) ||
                          (tokens_.has(run.first, kBitSentenceStart) && tokens_.tag(run.first) != Upos::Propn && is_derived(tokens_.form(run.first))));
      if (apart) return true;
      continue;
    }
    // "Toronto Star", "Mission America": places inside a run of capitals belong to the name.
    if ((inside->type == EntityType::State || inside->type == EntityType::Place) && inside->form == MentionForm::Name &&
        !tokens_.is(t - 1, kAdherent | kTitle | kFaith) && t - run.first < 3 && tokens_.has(t - 1, kBitCapital)) {
      continue;
    }
    if (!person && tokens_.is(run.first, kGiven) && inside->size() == 1) continue;  // "Paris Jordan"
    read_run(context, {run.first, t}, before);
    if (inside->last < run.last) read_run(context, {inside->last, run.last}, before);
    return true;
  }
  return false;
}

// "Labour Party Jane Smith", "Republican Mike Stone": a given name behind the head or an adherent begins a person.
bool NameFinder::cut_given(const Context& context, TokenRange run, std::uint32_t head, EntityType before) {
  if (tokens_.is(head, kHeadFirst)) return false;  // "Movimiento Aurora Nueva"
  for (auto t = head + 1; t + 1 < run.last; ++t) {
    if (!tokens_.is(t, kGiven) || tokens_.is(t, kHeads) || !tokens_.has(t + 1, kBitCapital)) continue;
    if (tokens_.form(t - 1) == "of" || tokens_.form(t - 1) == "the") continue;
    read_run(context, {run.first, t}, before);
    read_run(context, {t, run.last}, EntityType::Person);
    return true;
  }
  return false;
}

void NameFinder::read_run(const Context& context, TokenRange run, EntityType before) {
  const auto is_small = [&](std::uint32_t t) {
    return (tokens_.is(t, kFunction) && !tokens_.has(t, kBitAllCaps | kBitInitial)) || tokens_.has(t, kBitHyphen | kBitPossessive) ||
           one_of(tokens_.form(t), {"of", "for", "and", ",", "&"});
  };
  const auto keeps_the = [&](std::uint32_t t) {  // "The Hague", "Second Thomas Shoal", but "The" that only begins a sentence goes
    return one_of(tokens_.form(t), {"The", "First", "Second", "Third", "Three", "Four", "Five", "Seven"}) && !tokens_.has(t, kBitSentenceStart) && run.size() > 1 && tokens_.has(t + 1, kBitCapital);
  };
  while (!run.empty() && is_small(run.first) && !keeps_the(run.first)) ++run.first;
  while (!run.empty() && is_small(run.last - 1)) --run.last;
  if (run.empty() || known_.exactly(run.first, run.last)) return;
  std::uint32_t title_first = 0;
  std::uint32_t title_last = 0;
  if (find_title(run, title_first, title_last)) return read_titled(context, run, title_first, title_last, before);
  std::uint32_t head = 0;
  const NameType type = type_by_head(tokens_, run, head);
  if (type.type == EntityType::None) return read_headless(context, run, before);
  if (cut_given(context, run, head, before)) return;
  // A person before the head: "Smith Party" stays, "Labour's Jane Smith University" does not occur.
  const auto* first = known_.at(run.first);
  if (first != nullptr && first->last > head && first->last < run.last && tokens_.has(first->last, kBitCapital)) {
    return read_headless(context, run, before);
  }
  if (type.type == EntityType::Place && run.size() == 2 && tokens_.is(run.first, kGiven) && is_person(run, before) && is_family_name(head)) {
    return add(run, person_type(context, run), MentionForm::Name, 0.6F);
  }
  add(run, type.type, MentionForm::Name, type.confidence);
}

}  // namespace entente::extract
