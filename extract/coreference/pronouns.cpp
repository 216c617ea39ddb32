// Pronouns look for the nearest sentence with a compatible mention, and in it for the first one, which is most often
// its subject (Hobbs' left-to-right order); four sentences back at most.
#include <algorithm>
#include <array>
#include <optional>

#include "extract/coreference/coreference.hpp"
#include "extract/lower_word.hpp"
#include "extract/mention_order.hpp"

namespace entente::extract {

struct Pronoun {
  std::string_view form;
  Gender gender;
  bool plural;
  bool person;
};

namespace {

constexpr auto kPronouns = std::to_array<Pronoun>({
    {"he", Gender::Male, false, true},     {"him", Gender::Male, false, true},       {"his", Gender::Male, false, true},
    {"himself", Gender::Male, false, true}, {"she", Gender::Female, false, true},    {"her", Gender::Female, false, true},
    {"hers", Gender::Female, false, true}, {"herself", Gender::Female, false, true}, {"they", Gender::Unknown, true, false},
    {"them", Gender::Unknown, true, false}, {"their", Gender::Unknown, true, false}, {"themselves", Gender::Unknown, true, false},
    {"both", Gender::Unknown, true, false}, {"neither", Gender::Unknown, true, false},
    {"two", Gender::Unknown, true, false}, {"three", Gender::Unknown, true, false},  {"four", Gender::Unknown, true, false},
    {"it", Gender::Unknown, false, false}, {"its", Gender::Unknown, false, false},   {"itself", Gender::Unknown, false, false},
});

// The lengths of pronouns by their first two letters, a bit each: nearly every word is turned away by it.
constexpr std::size_t start_of(std::string_view form) { return (static_cast<unsigned char>(form[0]) & 31U) * 32 + (static_cast<unsigned char>(form[1]) & 31U); }
constexpr std::array<std::uint16_t, 1024> make_lengths() {
  std::array<std::uint16_t, 1024> lengths{};
  for (const auto& p : kPronouns) {
    auto& bits = lengths[start_of(p.form)];
    bits = static_cast<std::uint16_t>(bits | 1U << p.form.size());
  }
  return lengths;
}
constexpr auto kLengths = make_lengths();

// Null if the word is none, in whatever case it is written.
const Pronoun* pronoun(std::string_view form) {
  if (form.size() < 2 || form.size() > 15 || (kLengths[start_of(form)] >> form.size() & 1U) == 0) return nullptr;
  const auto* const found = std::find_if(kPronouns.begin(), kPronouns.end(), [&](const Pronoun& p) { return is_word(form, p.form); });
  return found == kPronouns.end() ? nullptr : found;
}

}  // namespace

void Coreference::add_pronouns() {
  const auto count = a_.segmentation.tokens.size();
  std::vector<MentionCandidate> found;
  for (std::uint32_t t = 0; t < count; ++t) {
    const auto* p = pronoun(a_.form(t));
    if (p == nullptr || a_.form(t) == "IT") continue;
    const std::string_view form = p->form;
    if (is_one_of(form, {"both", "two", "three", "four"})) {
      if (const auto noun = counted_behind(t); noun != 0) found.push_back(counted(t, noun));
      if (form != "both") continue;
    }
    if (form == "both" || form == "neither") {  // "both states", "both A and B" are no pronouns
      const Upos next = t + 1 < count ? a_.words[t + 1].upos : Upos::None;
      if (next != Upos::Verb && next != Upos::Aux) continue;
    }
    if (form == "it") {  // "it is clear that": mostly no actor
      if (t + 1 >= count) continue;
      if (is_one_of(a_.form(t + 1), {"is", "was", "'s", "’s", "would", "will", "seems", "appears", "may", "might", "has", "takes", "could", "to"})) continue;
    }
    MentionCandidate m;
    m.first = m.head_first = t;
    m.last = m.head_last = t + 1;
    m.type = p->person ? EntityType::Person : EntityType::Group;
    m.form = MentionForm::Pronoun;
    m.rule = stages_.pronouns;
    m.confidence = p->person ? 0.7F : 0.5F;
    found.push_back(m);
  }
  insert_mentions(a_.mentions, found);
}

// The noun of "both sides", "the two Baltic neighbours" at the number `t`, where nothing has found them yet; 0 if there is none.
std::uint32_t Coreference::counted_behind(std::uint32_t t) const {
  const bool definite = is_word(a_.form(t), "both") || (t > 0 && is_one_of(a_.form(t - 1), {"the", "these", "those", "all"}));
  std::uint32_t noun = t + 1;
  while (noun + 1 < a_.words.size() && noun < t + 3 && (a_.words[noun].upos == Upos::Adj || a_.words[noun].upos == Upos::Propn)) ++noun;
  const bool correlative = is_word(a_.form(t), "both") && noun + 1 < a_.words.size() && is_word(a_.form(noun + 1), "and");  // "both allies and foes"
  if (!definite || correlative || noun >= a_.words.size() || sentence(noun) != sentence(t) || counted_noun(noun) == Counted::None) return 0;
  const auto behind = std::lower_bound(a_.mentions.begin(), a_.mentions.end(), noun + 1, [](const MentionCandidate& m, std::uint32_t end) { return m.first < end; });
  const bool taken = behind != a_.mentions.begin() && std::prev(behind)->last > noun;
  return taken ? 0 : noun;
}

// Waits among the pronouns for those it means.
MentionCandidate Coreference::counted(std::uint32_t number, std::uint32_t noun) const {
  MentionCandidate m;
  m.first = is_word(a_.form(number), "both") ? number : number - 1;
  m.last = m.head_last = noun + 1;
  m.head_first = noun;
  m.type = EntityType::Group;
  m.form = MentionForm::Pronoun;
  m.rule = stages_.descriptors;
  m.confidence = 0.6F;
  return m;
}

bool Coreference::agrees(const Pronoun& p, const MentionCandidate& candidate) const {
  if (candidate.entity == kNoId || candidate.type == EntityType::Post || candidate.form == MentionForm::Adjective) return false;
  const auto& entity = table_.at(candidate.entity);
  if (p.person) {
    if (entity.type != EntityType::Person) return false;
    const Gender gender = table_.gender_of(candidate.entity);
    return gender == Gender::Unknown || gender == p.gender;
  }
  if (p.plural) {
    if (entity.type == EntityType::Group) return true;
    return entity.type == EntityType::PoliticalParty && candidate.form != MentionForm::Descriptor;
  }
  return entity.type == EntityType::State || entity.type == EntityType::Government || entity.type == EntityType::Organization ||
         entity.type == EntityType::PoliticalParty || entity.type == EntityType::InternationalOrganization;
}

// "The leader accused him": subject and object of a verb are two, unless the object ends in "self".
bool Coreference::argue_together(const MentionCandidate& candidate, const MentionCandidate& object) const {
  if (lower(object.first).ends_with("self") || lower(object.first).ends_with("selves")) return false;
  if (!related(object.first, Deprel::Obj) && !related(object.first, Deprel::Iobj)) return false;
  std::uint32_t head = candidate.last - 1;
  for (int steps = 0; steps < 4 && (related(head, Deprel::Appos) || related(head, Deprel::Conj)); ++steps) head = a_.words[head].head;
  return (related(head, Deprel::Nsubj) || related(head, Deprel::NsubjPass)) && a_.words[head].head == a_.words[object.first].head;
}

Id Coreference::antecedent(std::size_t index) {
  auto& mention = a_.mentions[index];
  if (mention.size() > 1) {
    const Id group = counted_group(mention, index);
    if (group != kNoId) mention.form = MentionForm::Descriptor;
    return group;
  }
  const auto* p = pronoun(a_.form(mention.first));
  if (p == nullptr) return kNoId;
  if (p->form == "both" || p->form == "neither") return two_before(mention);
  const std::uint32_t here = sentence(mention.first);
  for (std::uint32_t back = 0; back <= 4 && back <= here; ++back) {
    const std::uint32_t s = here - back;
    const auto& bounds = a_.segmentation.sentences[s];
    Id owner = kNoId;  // of "his", if nobody else is there
    Id partner = kNoId;
    for (std::size_t i = first_mention_of(s); i < a_.mentions.size() && a_.mentions[i].first < std::min(bounds.last, mention.first); ++i) {
      const auto& candidate = a_.mentions[i];
      if (candidate.last > mention.first || !agrees(*p, candidate)) continue;
      if (back == 0 && argue_together(candidate, mention)) partner = candidate.entity;
      if (candidate.entity == partner) continue;
      const bool possessive = p->person && candidate.form == MentionForm::Pronoun && is_one_of(a_.form(candidate.first), {"his", "her"});
      const Id together = p->plural ? coordinated_in(s, mention, 0, candidate.last) : kNoId;
      if (!possessive) return together != kNoId ? together : candidate.entity;
      if (owner == kNoId) owner = candidate.entity;
    }
    if (owner != kNoId && owner != partner) return owner;
    const Id together = p->plural ? coordinated_in(s, mention, 0) : kNoId;
    if (together != kNoId) return together;
  }
  return kNoId;
}

}  // namespace entente::extract
