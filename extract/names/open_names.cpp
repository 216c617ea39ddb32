// Names that neither their words nor the register tell the type of. Each mention brings what the words around it say;
// mentions with the same words share it, parts of people's full names are people, and names joined by "and" are alike.
#include <algorithm>

#include "extract/names/finder.hpp"
#include "extract/text_map.hpp"

namespace entente::extract {
namespace {

constexpr int kSure = 2;    // points by which a reading must lead to speak for its neighbours
constexpr int kShared = 3;  // points that it gives them

Evidence of_type(EntityType type, int points) {
  if (is_a(type, EntityType::Person)) return {points, 0, 0};
  if (type == EntityType::State || type == EntityType::Place) return {0, points, 0};
  if (is_a(type, EntityType::Organization) || type == EntityType::PoliticalParty || type == EntityType::InternationalOrganization) return {0, 0, points};
  return {};
}

bool joins(std::string_view word) { return word == "and" || word == "," || word == "or" || word == "&"; }

// The reading that leads, with `points`, if it leads by enough.
Evidence leader(const Evidence& e, int points) {
  const int rest_of_person = std::max(e.place, e.body);
  const int rest_of_place = std::max(e.person, e.body);
  const int rest_of_body = std::max(e.person, e.place);
  if (e.person >= rest_of_person + kSure) return {points, 0, 0};
  if (e.place >= rest_of_place + kSure) return {0, points, 0};
  if (e.body >= rest_of_body + kSure) return {0, 0, points};
  return {};
}

}  // namespace

std::span<const std::uint64_t> NameFinder::keys_of(TokenRange range) const {
  for (auto t = range.first; t < range.last; ++t) {
    if (list_keys_[t] == 0) list_keys_[t] = ListedNames::key(tokens_.form(t));
  }
  return std::span(list_keys_).subspan(range.first, range.size());
}

void NameFinder::add_open(const Context& context, TokenRange run, Evidence prior, bool guess_person) {
  Open open;
  open.found = found_.size();
  open.context = context;
  open.after_the = prior.body > 1;
  open.evidence = prior;
  open.evidence += evidence_around(tokens_, known_, context.sentence, run);
  open.evidence += evidence_of_lists(tokens_, listed_, run, keys_of(run));
  bool rare = false;
  bool ordinary = false;
  bool ordinary_end = false;
  for (auto t = run.first; t < run.last; ++t) {
    rare = rare || is_rare(t);
    if (!tokens_.has(t, kBitCapital) || (tokens_.has(t, kBitRoman) && t > run.first)) continue;
    const bool middle = run.size() == 3 && t == run.first + 1 && tokens_.form(t).size() <= 4 && known_.at(t) == nullptr && !tokens_.has(t, kBitAllCaps);
    if (middle) continue;  // "Biram Dah Abeid"
    ordinary_end = is_ordinary(kinds_of(t), run.size() > 1);
    ordinary = ordinary || ordinary_end;
  }
  if (ordinary && run.size() > 1) open.evidence.person -= ordinary_end ? 4 : 2;
  open.needed = tokens_.is(run.first, kParticle) ? 1 : ordinary ? 3 : rare ? 1 : 2;
  // A first word of its sentence that no lexicon knows is a name if something says so.
  const bool forced = run.size() == 1 && tokens_.has(run.first, kBitSentenceStart) && tokens_.tag(run.first) != Upos::Propn && !tokens_.capital_elsewhere(run.first);
  if (forced) open.needed = std::max(open.needed, 2);
  open.known_word = run.size() == 1 && (!rare || forced);
  open.guess_person = guess_person && !ordinary && !forced;
  open_.push_back(open);
  add(run, EntityType::Other, MentionForm::Name, 0.4F);
}

EntityType NameFinder::body_type(const Open& open) const {
  const auto& c = found_[open.found];
  const auto form = tokens_.form(c.first);
  const bool group = c.last - c.first == 1 && open.after_the && form.ends_with("s") && !form.ends_with("ss");
  return weak_type(open.context, {c.first, c.last}, {group ? EntityType::Group : EntityType::Organization, 0.45F}).type;
}

// Lists are asked for each mention anew and count once; a full name with this word in it says more than they do.
void NameFinder::share_by_name() {
  TextMap<Evidence> sums;
  for (const auto& open : open_) {
    Evidence& sum = sums[words(found_[open.found])];
    sum.person = std::max(sum.person, open.evidence.person) + (sum.person > 0 && open.evidence.person > 0 ? 1 : 0);
    sum.place = std::max(sum.place, open.evidence.place) + (sum.place > 0 && open.evidence.place > 0 ? 1 : 0);
    sum.body = std::max(sum.body, open.evidence.body) + (sum.body > 0 && open.evidence.body > 0 ? 1 : 0);
  }
  for (const auto* list : {&found_, &a_.mentions}) {
    for (const auto& c : *list) {
      if (c.form == MentionForm::Descriptor || c.last - c.first < 2 || !is_a(c.type, EntityType::Person)) continue;
      if (auto* surname = sums.find(tokens_.form(c.last - 1))) surname->person += 6;
      if (auto* given = sums.find(tokens_.form(c.first))) given->person += 3;
    }
  }
  for (const auto& open : open_) {
    const auto& c = found_[open.found];
    if (c.last - c.first < 2 || leader(open.evidence, 1).person == 0) continue;
    if (auto* surname = sums.find(tokens_.form(c.last - 1))) surname->person += 6;
  }
  for (auto& open : open_) open.evidence = *sums.find(words(found_[open.found]));
}

// What the name on one side of "and", "or" or a comma is, if that is known: `sure` holds names by their first (to the
// right) or last token.
Evidence NameFinder::coordinated(const std::map<std::uint32_t, Evidence>& sure, bool leftwards, TokenRange name) const {
  const auto step = [&](std::uint32_t t) { return leftwards ? t - 1 : t + 1; };
  auto t = leftwards ? name.first - 1 : name.last;
  if ((leftwards && name.first < 2) || t >= tokens_.size()) return {};
  const auto word = tokens_.form(t);
  const bool joined = word == "and" || word == "or" || word == "&";
  if (!joined && word != ",") return {};
  t = step(t);
  if (t >= tokens_.size()) return {};
  if (joined && leftwards && tokens_.form(t) == ",") t = step(t);
  if (!joined && !leftwards && (tokens_.form(t) == "and" || tokens_.form(t) == "or")) t = step(t);
  const auto it = sure.find(t);
  if (it == sure.end()) return {};
  Evidence e = it->second;
  if (!joined && e.person > 0 && name.size() == 1) return {};  // "In Lahore, Khan said"
  return e;
}

void NameFinder::share_by_coordination() {
  std::vector<Open*> unsure;
  for (auto& open : open_) {
    const auto& c = found_[open.found];
    const bool joined = (c.first > 0 && joins(tokens_.form(c.first - 1))) || (c.last < tokens_.size() && joins(tokens_.form(c.last)));
    const auto lead = leader(open.evidence, 1);
    if (joined && lead.person + lead.place + lead.body == 0) unsure.push_back(&open);
  }
  if (unsure.empty()) return;
  std::map<std::uint32_t, Evidence> by_first;
  std::map<std::uint32_t, Evidence> by_last;
  const auto note = [&](const MentionCandidate& c, const Evidence& e) {
    if (e.person + e.place + e.body == 0) return;
    by_first.emplace(c.first, e);
    by_last.emplace(c.last - 1, e);
  };
  for (const auto* list : {&found_, &a_.mentions}) {
    for (const auto& c : *list) {
      if (c.form == MentionForm::Name || c.form == MentionForm::Acronym || c.form == MentionForm::Metonym) note(c, of_type(c.type, kShared));
    }
  }
  for (const auto& open : open_) note(found_[open.found], leader(open.evidence, kShared));
  const auto look = [&](Open& open, bool leftwards) {
    const auto& c = found_[open.found];
    open.evidence += coordinated(leftwards ? by_last : by_first, leftwards, {c.first, c.last});
    note(c, leader(open.evidence, kShared));
  };
  for (auto* open : unsure) look(*open, true);
  for (auto it = unsure.rbegin(); it != unsure.rend(); ++it) {
    const auto lead = leader((*it)->evidence, 1);
    if (lead.person + lead.place + lead.body == 0) look(**it, false);
  }
}

void NameFinder::settle_open() {
  if (open_.empty()) return;
  share_by_name();
  share_by_coordination();
  // Articles introduce people by full names or titles; single sentences and notes may not.
  const bool brief = a_.segmentation.sentences.size() < 8;
  for (const auto& open : open_) {
    auto& c = found_[open.found];
    const auto& e = open.evidence;
    const int lead = std::max({e.person, e.place, e.body});
    const int best = lead < open.needed ? 0 : lead;
    // One verb behind a name makes it no person where people have been introduced.
    const bool hint = !brief && e.person == 1 && c.last - c.first == 1 && e.place + e.body == 0;
    const bool place = best > 0 && e.place == best;
    const bool body = !place && best > 0 && e.body == best;
    const bool person = !place && !body && !hint && (best > 0 || (open.guess_person && brief));
    c.type = place ? EntityType::Place : body ? body_type(open) : person ? person_type(open.context, {c.first, c.last}) : EntityType::Other;
    const int rest = place ? std::max(e.person, e.body) : body ? std::max(e.person, e.place) : std::max(e.place, e.body);
    c.confidence = best - rest >= kSure ? 0.7F : best - rest > 0 ? 0.55F : 0.4F;
    if (person) c.gender = gender_of({c.first, c.last});
    // A known word in capitals that nothing supports: a heading's, a term, emphasis.
    if (c.type == EntityType::Other && open.known_word) c.type = EntityType::None;
  }
  std::erase_if(found_, [](const MentionCandidate& c) { return c.type == EntityType::None; });
  open_.clear();
}

}  // namespace entente::extract
