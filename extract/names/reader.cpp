// A run of capitals is read from its strongest evidence to its weakest: titles cut it, head nouns name it, known
// names are cut off, given names begin people; what is left is judged by the words around it.
#include <algorithm>
#include <initializer_list>

#include "extract/names/finder.hpp"

namespace entente::extract {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::uint64_t kHeads = kNameHeads | kPlaceHead | kEventHead | kWorkHead | kElectionHead;

}  // namespace

std::string_view NameFinder::word_before(const Context& context, std::uint32_t token) const {
  return token > context.sentence.first ? tokens_.form(token - 1) : std::string_view{};
}

// The first title in the run that is not part of a name ("General Assembly", "Prime Minister's Office").
bool NameFinder::find_title(TokenRange run, std::uint32_t& first, std::uint32_t& last) const {
  for (auto t = run.first; t < run.last; ++t) {
    if (!tokens_.is(t, kTitle | kHonorific) || (tokens_.is(t, kNoble) && t + 1 < run.last)) continue;
    const bool ends = t + 1 == run.last;
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

bool NameFinder::is_person(TokenRange run, EntityType before) const {
  if (run.size() > 6) return false;
  int score = before == EntityType::Person ? 3 : 0;
  for (auto t = run.first; t < run.last; ++t) {
    const bool last = t + 1 == run.last;
    if (tokens_.is(t, kGiven)) score += t == run.first ? 2 : 1;
    if (tokens_.has(t, kBitInitial) && !last) score += 2;
    if (tokens_.is(t, kParticle) && tokens_.has(t, kBitLower)) score += 1;
    if (tokens_.is(t, kNoble) && t == run.first) score += 2;
    if (tokens_.has(t, kBitAllCaps) && !tokens_.has(t, kBitRoman | kBitLoose) && tokens_.form(t).size() < 5 && tokens_.form(t).find('.') == std::string_view::npos) score -= 2;
    if (tokens_.is(t, kAdherent | kFaith) && !tokens_.is(t, kGiven)) score -= 1;
    if (one_of(tokens_.form(t), {"of", "and", "for", "&"})) score -= tokens_.is(run.first, kNoble) ? 0 : 3;
    if (one_of(tokens_.form(t), {"Jr.", "Jr", "Sr.", "Sr"})) score += 3;
  }
  return score >= 2;
}

EntityType NameFinder::person_type(const Context& context, TokenRange run) const {
  for (auto t = run.first; t-- > context.sentence.first && run.first - t < 4;) {
    const auto w = tokens_.form(t);
    if (one_of(w, {"General", "Gen.", "Colonel", "Col.", "Admiral", "Adm.", "Lt.", "Capt.", "Captain", "Maj.", "Major", "Brig.", "Sgt.", "Marshal"})) return EntityType::MilitaryPerson;
    if (one_of(w, {"professor", "Professor", "Prof", "Prof.", "economist", "historian", "scholar", "sociologist", "philosopher"})) return EntityType::Scholar;
    if (one_of(w, {"journalist", "reporter", "columnist", "correspondent", "editor"})) return EntityType::Journalist;
    if (one_of(w, {"actor", "actress", "singer", "lawyer", "attorney", "activist", "Judge", "Justice", "judge", "Dr.", "Dr", "author"})) return EntityType::Person;
    if (one_of(w, {"President", "Senator", "Sen.", "Rep.", "Governor", "Gov.", "Minister", "Chancellor", "Premier", "MP", "Mayor", "Secretary",
                   "Representative", "Congressman", "Congresswoman", "Prime", "Deputy", "Speaker", "MEP", "MLA", "MPP", "Sir", "Lord", "candidate",
                   "incumbent", "Incumbent", "Republican", "Democrat", "Conservative", "Labour", "Liberal"})) {
      return EntityType::Politician;
    }
  }
  return context.politics > 0 ? EntityType::Politician : EntityType::Person;
}

NameType NameFinder::single_type(const Context& context, std::uint32_t t, EntityType before) const {
  const auto previous = word_before(context, t);
  const bool next_in = t + 1 < context.sentence.last;
  const auto next = next_in ? tokens_.form(t + 1) : std::string_view{};
  if (before == EntityType::Person) return {EntityType::Person, 0.9F};
  const bool shouted = tokens_.has(t, kBitAllCaps) && tokens_.has(t, kBitSentenceStart) && tokens_.form(t).size() > 3;
  if (shouted && one_of(next, {"(", "—", "–", "―", "-", "--"})) return {EntityType::Place, 0.8F};  // dateline
  if (tokens_.has(t, kBitAllCaps) && !tokens_.has(t, kBitLoose)) {
    const bool party = next == "candidate" || next == "leader" || previous == "party" || (next_in && tokens_.is(t + 1, kPartyNoun));
    return {party ? EntityType::PoliticalParty : EntityType::Organization, 0.55F};
  }
  if (tokens_.is(t, kGiven)) return {EntityType::Person, 0.7F};
  if (one_of(previous, {"in", "at", "near", "outside", "throughout", "across", "into"})) return {EntityType::Place, 0.7F};
  const bool from_to = (previous == "from" && next == "to") || (previous == "to" && t >= context.sentence.first + 3 && tokens_.form(t - 3) == "from");
  if (from_to) return {EntityType::Place, 0.65F};  // "from Khorgos to Novorossiysk"
  if (next_in && (tokens_.is(t + 1, kSaying) || next == "who")) return {EntityType::Person, 0.7F};
  if (previous == "to" && t >= context.sentence.first + 2 && tokens_.is(t - 2, kMotion)) return {EntityType::Place, 0.65F};  // "moved to Tezpur"
  if (one_of(previous, {"from", "to", "of", "through", "via", "toward"}) && (next == "," || next == ".")) return {EntityType::Place, 0.5F};
  if (previous == "the" || previous == "The") {
    return {tokens_.form(t).ends_with("s") && !tokens_.form(t).ends_with("ss") ? EntityType::Group : EntityType::Organization, 0.45F};
  }
  const Upos after = next_in ? tokens_.tag(t + 1) : Upos::None;
  const bool verb = after == Upos::Verb || after == Upos::Aux;
  if (is_rare(t) && (verb || next == "'s" || next == "’s" || one_of(previous, {"by", "with", "against", "and", "for", "that", "when", "because", "as", "over", "to"}))) {
    return {EntityType::Person, 0.55F};
  }
  if (verb && tokens_.tag(t) == Upos::Propn) return {EntityType::Person, 0.5F};
  return {is_rare(t) ? EntityType::Person : EntityType::Other, 0.4F};
}

// Endings that English gives to common words and hardly to names: "Previously", "Navigation", "Lorries".
bool NameFinder::is_derived(std::string_view word) {
  if (word.size() < 7) return false;
  return std::ranges::any_of(std::initializer_list<std::string_view>{"ly", "ies", "tion", "tions", "ment", "ments", "ness", "ities"},
                             [&](std::string_view ending) { return word.ends_with(ending); });
}

// A word that neither the tagger's lexicon nor the word classes know.
bool NameFinder::is_rare(std::uint32_t t) const {
  return tokens_[t].classes == 0 && t < a_.words.size() && a_.words[t].form == 0;
}

// Where the sentence speaks of parties, a body without a clearer type is likelier one of them.
NameType NameFinder::weak_type(const Context& context, TokenRange run, NameType type) const {
  if (context.parties == 0 || (type.type != EntityType::Organization && type.type != EntityType::Other && type.type != EntityType::Group)) return type;
  if (type.confidence > 0.6F || tokens_.is(run.last - 1, kPlaceHead)) return type;
  return {EntityType::PoliticalParty, 0.45F};
}

// Single letters and words that only stand in capitals: "R", "FULL".
bool NameFinder::form_is_noise(std::uint32_t t, EntityType before) const {
  if (before == EntityType::Person) return false;
  if (tokens_.has(t, kBitInitial)) return true;
  const Upos tag = tokens_.tag(t);
  const bool plain = tag == Upos::Adv || tag == Upos::Pron || tag == Upos::Det || tag == Upos::Aux || tag == Upos::Intj || tag == Upos::Adp || tag == Upos::Sconj;
  return plain && !is_rare(t);
}

// Cuts known names off a run without a head of its own: "Moscow Putin", "British Guardian", "Republican Smith".
bool NameFinder::cut_known(const Context& context, TokenRange run, EntityType before) {
  const auto* first = known_.at(run.first);
  if (first != nullptr && first->first == run.first && first->last < run.last) {
    const bool given = tokens_.is(run.first, kGiven) && first->last == run.first + 1 && !tokens_.is(run.first + 1, kHeads) && first->form != MentionForm::Adjective;
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
    const bool person = is_a(inside->type, EntityType::Person);
    if (person && inside->size() == 1) continue;  // a surname is part of the name
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
  for (auto t = head + 1; t + 1 < run.last; ++t) {
    if (!tokens_.is(t, kGiven) || tokens_.is(t, kHeads) || !tokens_.has(t + 1, kBitCapital)) continue;
    if (tokens_.form(t - 1) == "of" || tokens_.form(t - 1) == "the") continue;
    read_run(context, {run.first, t}, before);
    read_run(context, {t, run.last}, EntityType::Person);
    return true;
  }
  return false;
}

void NameFinder::read_headless(const Context& context, TokenRange run, EntityType before) {
  if (cut_known(context, run, before)) return;
  while (run.size() > 1 && tokens_.is(run.first, kAdherent | kFaith) && !tokens_.is(run.first, kGiven) && !tokens_.has(run.first + 1, kBitHyphen)) {
    if (!tokens_.is(run.first + 1, kGiven | kTitle) && !tokens_.is(run.first, kAdherent)) break;
    ++run.first;  // find_singles takes the adherent
  }
  if (run.size() > 1 && one_of(tokens_.form(run.first), {"East", "West", "North", "South", "Northern", "Southern", "Eastern", "Western", "Upper", "Lower", "Greater"})) {
    return add(run, EntityType::Place, MentionForm::Name, 0.65F);
  }
  if (run.size() == 1) {
    if (known_.at(run.first) != nullptr || tokens_.is(run.first, kAdherent | kFaith | kIdeology | kTitleModifier)) {
      if (!tokens_.is(run.first, kGiven) || known_.at(run.first) != nullptr) return;
    }
    const auto& token = tokens_[run.first];
    if (before != EntityType::Person && (token.classes & (kTitle | kElectionWord | kPlaceHead | kWorkHead | kOrgHead | kCompany | kEventHead | kPartyWord | kPersonNoun | kGroupNoun)) != 0 &&
        (token.classes & kGiven) == 0 && (token.bits & kBitAllCaps) == 0) {
      return;
    }
    if (form_is_noise(run.first, before)) return;
    const NameType type = weak_type(context, run, single_type(context, run.first, before));
    // A guess without evidence about a word that may owe its capital to its place is no name.
    const bool forced = tokens_.has(run.first, kBitSentenceStart) && !tokens_.capital_elsewhere(run.first);
    if (forced && is_derived(tokens_.form(run.first)) && !tokens_.is(run.first, kGiven)) return;
    if (forced && type.type == EntityType::Other && !is_rare(run.first)) return;
    const EntityType t = type.type == EntityType::Person ? person_type(context, run) : type.type;
    return add(run, t, tokens_.has(run.first, kBitAllCaps) ? MentionForm::Acronym : MentionForm::Name, type.confidence);
  }
  if (is_person(run, before)) return add(run, person_type(context, run), MentionForm::Name, 0.8F);
  const auto previous = word_before(context, run.first);
  if (one_of(previous, {"in", "at", "near", "outside", "throughout", "across"})) return add(run, EntityType::Place, MentionForm::Name, 0.6F);
  const bool the = previous == "the" || previous == "The";
  bool rare = false;
  for (auto t = run.first; t < run.last; ++t) rare = rare || is_rare(t);
  NameType type{the ? EntityType::Organization : rare ? EntityType::Person : EntityType::Other, the ? 0.5F : 0.45F};
  if (rare && !the && run.size() <= 3) type.confidence = 0.6F;
  type = weak_type(context, run, type);
  add(run, type.type == EntityType::Person ? person_type(context, run) : type.type, MentionForm::Name, type.confidence);
}

void NameFinder::read_run(const Context& context, TokenRange run, EntityType before) {
  const auto is_small = [&](std::uint32_t t) {
    return (tokens_.is(t, kFunction) && !tokens_.has(t, kBitAllCaps | kBitInitial)) || tokens_.has(t, kBitHyphen | kBitPossessive) ||
           one_of(tokens_.form(t), {"of", "for", "and", ",", "&"});
  };
  const auto keeps_the = [&](std::uint32_t t) {  // "The Hague", but "The" that only begins a sentence goes
    return tokens_.form(t) == "The" && !tokens_.has(t, kBitSentenceStart) && run.size() > 1 && tokens_.has(t + 1, kBitCapital);
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
  if (type.type == EntityType::Place && run.size() > 1 && tokens_.is(run.first, kGiven) && is_person(run, before) && run.size() == 2) {
    return add(run, person_type(context, run), MentionForm::Name, 0.6F);
  }
  add(run, type.type, MentionForm::Name, type.confidence);
}

}  // namespace entente::extract
