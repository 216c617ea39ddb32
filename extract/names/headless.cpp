// Names without a head noun: people by their given names, single words by their writing; what is left stays open until
// all of the document's names are known (open_names.cpp).
#include <algorithm>
#include <initializer_list>

#include "extract/names/finder.hpp"
#include "extract/spelled.hpp"

namespace entente::extract {
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
  if ((kinds_of(run.first) & language::bit(K::GivenCommon)) != 0 && !tokens_.has(run.last - 2, kBitHyphen)) return false;
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
  if (tokens_.has(t, kBitInitial) && tokens_.form(t).size() == 1) return true;  // "Gen Z"
  if (before == EntityType::Person) return false;
  if (tokens_.has(t, kBitInitial) || (tokens_.is(t, kAbbreviated) && tokens_.has(t, kBitAllCaps))) return true;
  const auto form = tokens_.form(t);
  if (form.find('@') != std::string_view::npos) return true;
  if (const auto dot = form.rfind('.'); dot != std::string_view::npos && one_of(form.substr(dot), {".pdf", ".doc", ".docx", ".xls", ".jpg", ".png", ".zip", ".txt"})) return true;
  const Upos tag = tokens_.tag(t);
  const bool plain = tag == Upos::Adv || tag == Upos::Pron || tag == Upos::Det || tag == Upos::Aux || tag == Upos::Intj || tag == Upos::Adp || tag == Upos::Sconj || tag == Upos::Part;
  return plain && !is_rare(t);
}

// A word that only stands in capitals: a known name, a term, a plural or a gerund that begins its sentence.
bool NameFinder::is_no_name(const Context& context, TokenRange run, EntityType before) const {
  const auto t = run.first;
  const auto& token = tokens_[t];
  const bool known = known_.at(t) != nullptr;
  if (known || (tokens_.is(t, kAdherent | kFaith | kIdeology | kTitleModifier) && !tokens_.is(t, kGiven))) return true;
  constexpr auto terms = kTitle | kElectionWord | kPlaceHead | kWorkHead | kOrgHead | kCompany | kEventHead | kPartyWord | kPersonNoun | kGroupNoun;
  if (before != EntityType::Person && (token.classes & terms) != 0 && (token.classes & kGiven) == 0 && (token.bits & kBitAllCaps) == 0) return true;
  if (form_is_noise(t, before)) return true;
  const bool forced = tokens_.has(t, kBitSentenceStart) && !tokens_.capital_elsewhere(t) && !tokens_.is(t, kGiven);
  if (!forced) return false;
  const bool plural = tokens_.form(t).ends_with("s") && tokens_.tag(t) != Upos::Propn;
  return plural || is_derived(tokens_.form(t)) || is_everyday(context, run);
}

// "NSCN-IM"
bool NameFinder::is_letters(TokenRange run) const {
  return run.size() == 3 && tokens_.has(run.first, kBitAllCaps) && !tokens_.has(run.first, kBitLoose) && tokens_.has(run.first + 1, kBitHyphen) &&
         tokens_.has(run.first + 2, kBitAllCaps | kBitInitial);
}

// What the writing of a name of several words speaks for.
Evidence NameFinder::evidence_of_form(const Context& context, TokenRange run, bool rare) const {
  const auto first = tokens_.form(run.first);
  const auto previous = word_before(context, run.first);
  const bool the = previous == "the" || previous == "The";
  // "Alliance Fleuve Congo": an English head that a foreign name begins with.
  const bool headed = tokens_.is(run.first, kPartyHead) && !is_ordinary(kinds_of(run.last - 1), true);
  // "MSN Explorer": letters and a word, but "RG Casey".
  const bool letters = tokens_.has(run.first, kBitAllCaps) && first.find('.') == std::string_view::npos && !tokens_.has(run.first, kBitLoose | kBitInitial) &&
                       !tokens_.has(run.last - 1, kBitAllCaps) && !(first.size() == 2 && is_family_name(run.last - 1));
  const bool hyphen = run.size() > 2 && tokens_.has(run.first + 1, kBitHyphen) && !tokens_.space_before(run.first + 1);
  if (headed || letters || (hyphen && tokens_.has(run.first + 2, kBitLower))) return {0, 0, 3};  // "Hefazat-e-Islam"
  if (tokens_.is(run.first, kParticle)) return first == "Los" ? Evidence{0, 0, the ? 2 : 1} : Evidence{0, 1, the ? 2 : 0};  // "Los Choneros", "El Callao"
  if (run.size() == 2 && tokens_.has(run.last - 1, kBitRoman) && !is_ordinary(kinds_of(run.first), true)) return {3, 0, the ? 2 : 0};  // "Karekin II"
  if (the) return {0, 0, 2};
  const bool one_word = run.size() == 3 && hyphen;  // "Sèmè-Kpodji"
  return {rare && !one_word && run.size() <= 3 ? 2 : 0, 0, 0};
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
    if (!is_no_name(context, run, before)) read_single(context, run, before);
    return;
  }
  if (before != EntityType::Person && is_letters(run)) {
    const NameType type = weak_type(context, run, {EntityType::Organization, 0.55F});
    return add(run, type.type, MentionForm::Acronym, type.confidence);
  }
  if (is_person(run, before)) {
    if (before != EntityType::Person && is_place_of_given_name(context, run)) return add(run, EntityType::Place, MentionForm::Name, 0.7F);
    return add(run, person_type(context, run), MentionForm::Name, 0.8F);
  }
  bool rare = false;
  for (auto t = run.first; t < run.last; ++t) rare = rare || is_rare(t);
  add_open(context, run, evidence_of_form(context, run, rare), rare);
}

}  // namespace entente::extract
