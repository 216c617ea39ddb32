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

// "Vanessa Rivers", "Bob Hill", but "Thomas Shoal".
bool NameFinder::is_family_name(std::uint32_t token) const {
  using K = language::ListKind;
  return (kinds_of(token) & language::bits_of(K::SurnameCommon, K::SurnameMid, K::Surname)) != 0;
}

// "near Kara-Suu", "the village of Ali Sabieh": begins like a person's name, stands where places do, and ends in no
// family name.
bool NameFinder::is_place_of_given_name(const Context& context, TokenRange run) const {
  using K = language::ListKind;
  const Evidence listed = evidence_of_lists(tokens_, listed_, run, keys_of(run));
  if (listed.place > 2 && tokens_.has(run.last - 2, kBitHyphen)) return true;  // "Jalal-Abad"
  const Evidence e = evidence_around(tokens_, known_, context.sentence, run);
  if (e.place < 4 || e.person > 0) return false;
  const auto last = kinds_of(run.last - 1);
  const bool family = (last & language::bits_of(K::Given, K::GivenCommon, K::SurnameCommon, K::SurnameMid, K::Surname, K::AnyName, K::Person, K::OwnPerson)) != 0;
  return !family || listed.place > 1;
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

// A word that is a name by its writing: "KTZ", "FdL".
bool NameFinder::names_itself(std::uint32_t t) const {
  if (tokens_.has(t, kBitAllCaps)) return true;
  const auto form = tokens_.form(t);
  if (form.size() > 6 || form.starts_with("Mc") || form.starts_with("Mac") || form.find_first_of("'’.") != std::string_view::npos) return false;
  return std::ranges::count_if(form, [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
}

void NameFinder::read_single(const Context& context, TokenRange run, EntityType before) {
  const auto t = run.first;
  const bool next_in = t + 1 < context.sentence.last;
  const auto next = next_in ? tokens_.form(t + 1) : std::string_view{};
  const auto previous = word_before(context, t);
  const bool upper = tokens_.has(t, kBitAllCaps);
  const auto form = upper ? MentionForm::Acronym : MentionForm::Name;
  if (before == EntityType::Person) return add(run, person_type(context, run), form, 0.9F);
  const bool shouted = upper && tokens_.has(t, kBitSentenceStart) && tokens_.form(t).size() > 3;
  if (shouted && one_of(next, {"(", "—", "–", "―", "-", "--"})) return add(run, EntityType::Place, form, 0.8F);  // dateline
  if (upper && tokens_.form(t).size() > 3 && is_emphasis(context, run)) return;
  if (names_itself(t) && !tokens_.has(t, kBitLoose)) {
    const bool party = next == "candidate" || next == "leader" || previous == "party" || (next_in && tokens_.is(t + 1, kPartyNoun));
    const NameType type = weak_type(context, run, {party ? EntityType::PoliticalParty : EntityType::Organization, 0.55F});
    return add(run, type.type, form, type.confidence);
  }
  Evidence prior;
  if (tokens_.is(t, kGiven)) prior.person = tokens_.is(t, kEveryday) ? 2 : 3;
  const bool ordinary = is_ordinary(kinds_of(t), false);
  if (previous == "the" || previous == "The") prior.body = ordinary ? 2 : 3;
  const Upos after = next_in ? tokens_.tag(t + 1) : Upos::None;
  const bool subject = (after == Upos::Verb || after == Upos::Aux) && tokens_.tag(t) == Upos::Propn;
  add_open(context, run, prior, subject || is_rare(t));
}

// Endings that English gives to common words and hardly to names: "Previously", "Navigation", "Lorries".
bool NameFinder::is_derived(std::string_view word) {
  if (word.size() < 7) return false;
  return std::ranges::any_of(std::initializer_list<std::string_view>{"ly", "ies", "tion", "tions", "ment", "ments", "ness", "ities", "ing"},
                             [&](std::string_view ending) { return word.ends_with(ending); });
}

// A word that neither the tagger's lexicon nor the word classes know.
bool NameFinder::is_rare(std::uint32_t t) const {
  return tokens_[t].classes == 0 && t < a_.words.size() && a_.words[t].form == 0;
}

// A word of every day, by the tagger's lexicon and the lists, that nothing around it makes a name.
bool NameFinder::is_everyday(const Context& context, TokenRange run) const {
  if (!is_ordinary(kinds_of(run.first), false)) return false;
  const Evidence e = evidence_around(tokens_, known_, context.sentence, run);
  return std::max({e.person, e.place, e.body}) < 3;
}

// "are NOT", "get it FREE": an everyday word in capitals is louder, not a name, unless it is used as one.
bool NameFinder::is_emphasis(const Context& context, TokenRange run) const {
  const auto open = word_before(context, run.first);
  if (open == "(" || open == "the" || open == "The" || !is_ordinary(kinds_of(run.first), false)) return false;
  const Evidence e = evidence_around(tokens_, known_, context.sentence, run);
  return std::max({e.person, e.place, e.body}) < 3 && !(run.last < context.sentence.last && tokens_.has(run.last, kBitPossessive));
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
  if (tokens_.has(t, kBitInitial) || (tokens_.is(t, kAbbreviated) && tokens_.has(t, kBitAllCaps))) return true;
  const auto form = tokens_.form(t);
  if (form.find('@') != std::string_view::npos) return true;
  if (const auto dot = form.rfind('.'); dot != std::string_view::npos && one_of(form.substr(dot), {".pdf", ".doc", ".docx", ".xls", ".jpg", ".png", ".zip", ".txt"})) return true;
  const Upos tag = tokens_.tag(t);
  const bool plain = tag == Upos::Adv || tag == Upos::Pron || tag == Upos::Det || tag == Upos::Aux || tag == Upos::Intj || tag == Upos::Adp || tag == Upos::Sconj || tag == Upos::Part;
  return plain && !is_rare(t);
}

// Cuts known names off a run without a head of its own: "Moscow Putin", "British Guardian", "Republican Smith".
bool NameFinder::cut_known(const Context& context, TokenRange run, EntityType before) {
  const auto* first = known_.at(run.first);
  if (first != nullptr && first->first == run.first && first->last < run.last) {
    // "Florence Okoye", "Christian Tein", but "Christian Democrats"
    const bool given = tokens_.is(run.first, kGiven) && first->last == run.first + 1 && !tokens_.is(run.first + 1, kHeads) &&
                       (first->form != MentionForm::Adjective || (run.size() == 2 && is_rare(run.first + 1) && tokens_.has(run.first + 1, kBitCapital)));
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
    // A word that may owe its capital to its place and has an everyday meaning is no name.
    const bool forced = tokens_.has(run.first, kBitSentenceStart) && !tokens_.capital_elsewhere(run.first) && !tokens_.is(run.first, kGiven);
    const bool plural = tokens_.form(run.first).ends_with("s") && tokens_.tag(run.first) != Upos::Propn;
    if (forced && (plural || is_derived(tokens_.form(run.first)))) return;
    if (forced && is_everyday(context, run)) return;
    return read_single(context, run, before);
  }
  if (before != EntityType::Person && tokens_.has(run.first, kBitAllCaps) && !tokens_.has(run.first, kBitLoose) && run.size() == 3 && tokens_.has(run.first + 1, kBitHyphen) &&
      tokens_.has(run.first + 2, kBitAllCaps | kBitInitial)) {  // "NSCN-IM"
    const NameType type = weak_type(context, run, {EntityType::Organization, 0.55F});
    return add(run, type.type, MentionForm::Acronym, type.confidence);
  }
  if (is_person(run, before)) {
    if (before != EntityType::Person && is_place_of_given_name(context, run)) return add(run, EntityType::Place, MentionForm::Name, 0.7F);
    return add(run, person_type(context, run), MentionForm::Name, 0.8F);
  }
  const auto previous = word_before(context, run.first);
  const bool the = previous == "the" || previous == "The";
  bool rare = false;
  for (auto t = run.first; t < run.last; ++t) rare = rare || is_rare(t);
  Evidence prior;
  const bool particle = tokens_.is(run.first, kParticle);  // "Los Choneros", "El Callao"
  if (the) prior.body = 2;
  // "Alliance Fleuve Congo": an English head that a foreign name begins with; "MSN Explorer": letters and a
  // word, but "RG Casey".
  const bool headed = tokens_.is(run.first, kPartyHead) && !is_ordinary(kinds_of(run.last - 1), true);
  const bool letters = tokens_.has(run.first, kBitAllCaps) && tokens_.form(run.first).find('.') == std::string_view::npos && !tokens_.has(run.first, kBitLoose | kBitInitial) &&
                       !tokens_.has(run.last - 1, kBitAllCaps) && !(tokens_.form(run.first).size() == 2 && is_family_name(run.last - 1));
  // "Hefazat-e-Islam"
  const bool linked = run.size() > 2 && tokens_.has(run.first + 1, kBitHyphen) && tokens_.has(run.first + 2, kBitLower) && !tokens_.space_before(run.first + 2);
  if (headed || letters || linked) prior.body = 3;
  if (particle) (tokens_.form(run.first) == "Los" ? prior.body : prior.place) = 1;
  if (rare && !the && !particle && !headed && !letters && !linked && run.size() <= 3) prior.person = 2;
  add_open(context, run, prior, rare);
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
