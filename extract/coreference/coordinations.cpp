// "France and Germany", "talks between A and B", "Kim, Lee and Park": those whom "they", "both" and "the two leaders" take up.
#include <algorithm>

#include "extract/coreference/coreference.hpp"
#include "extract/lower_word.hpp"

namespace entente::extract {
namespace {

constexpr std::size_t kMost = 8;  // members of one coordination

bool is_person(EntityType type) { return is_a(type, EntityType::Person); }

bool is_body(EntityType type) {
  return type == EntityType::State || type == EntityType::Government || type == EntityType::PoliticalParty || type == EntityType::InternationalOrganization ||
         is_a(type, EntityType::Organization);
}

// People with people, states and bodies with their like; groups of people with both.
bool alike(EntityType x, EntityType y) {
  if (x == EntityType::Group || y == EntityType::Group) return x == y || is_person(x) || is_person(y) || is_body(x) || is_body(y);
  return (is_person(x) && is_person(y)) || (is_body(x) && is_body(y));
}

}  // namespace

// The mention before `index` whose head ends with the token; kNoMention if there is none near.
std::size_t Coreference::headed_before(std::size_t index, std::uint32_t token) const {
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 24; ++steps)
    if (a_.mentions[i].head_last == token + 1 && a_.mentions[i].form != MentionForm::Adjective) return i;
  return kNoMention;
}

// "Kern, a mayor and former judge": more nouns for the same person.
bool Coreference::goes_on_describing(const MentionCandidate& mention) const {
  if (mention.form != MentionForm::Descriptor || !is_person(mention.type)) return false;
  const Word& head = a_.words[mention.head_last - 1];
  const Upos lead = a_.words[mention.first].upos;
  if (mention.first > 0 && a_.form(mention.first - 1) == "," && is_one_of(a_.form(mention.first), {"a", "an"})) return true;
  return head.form == head.lemma && lead != Upos::Det && lead != Upos::Pron && !(mention.first > 0 && possessive(mention.first - 1));
}

// What the mention is joined to: the phrase before "and", or the one that has it as its own "of Poland".
std::size_t Coreference::conjunct_before(std::size_t index) const {
  const auto& mention = a_.mentions[index];
  std::uint32_t head = a_.words[mention.head_last - 1].head;
  for (int steps = 0; steps < 3 && head < mention.first; ++steps) {
    const auto found = headed_before(index, head);
    if (found != kNoMention && alike(a_.mentions[found].type, mention.type)) return found;
    if (!related(head, Deprel::Nmod)) return kNoMention;
    head = a_.words[head].head;
  }
  return kNoMention;
}

// "India-China talks", "Indian and Chinese troops", "Kern and Lee": two states, or two names, side by side.
std::size_t Coreference::mention_beside(std::size_t index) const {
  const auto& right = a_.mentions[index];
  if (right.first == 0) return kNoMention;
  const auto joint = a_.form(right.first - 1);
  if (joint != "and" && joint != "-" && joint != "–") return kNoMention;
  const auto names = [](const MentionCandidate& m) { return m.form == MentionForm::Name || m.form == MentionForm::Acronym; };
  for (std::size_t j = index; j-- > 0 && index - j < 4;) {
    const auto& left = a_.mentions[j];
    if (left.last >= right.first || (left.last + 1 < right.first && !(left.last + 2 == right.first && possessive(left.last)))) continue;
    if (is_state_like(left) && is_state_like(right)) return state_of(left.entity) != state_of(right.entity) ? j : kNoMention;
    if (joint == "and" && left.last + 1 == right.first && names(left) && names(right) && alike(left.type, right.type)) return j;
  }
  return kNoMention;
}

// How much a sentence is about the coordination.
Coreference::Standing Coreference::standing_of(const MentionCandidate& left, const MentionCandidate& right) const {
  const auto joint = a_.form(right.first - 1);
  if (joint == "-" || joint == "–") return Standing::Between;
  std::uint32_t t = left.first;
  const auto begin = a_.segmentation.sentences[sentence(t)].first;
  while (t > begin && a_.words[t - 1].upos == Upos::Det) --t;
  if (t > begin && is_word(a_.form(t - 1), "between")) {
    const bool compared = t - 1 > begin && is_one_of(a_.form(t - 2), {"that", "those", "one", "like", "than", "as"});
    return compared ? Standing::Other : Standing::Between;
  }
  if (t > begin && is_one_of(a_.form(t - 1), {"in", "inside", "across", "throughout", "near", "at"})) return Standing::Place;
  const auto head = left.head_last - 1;
  return related(head, Deprel::Nsubj) || related(head, Deprel::NsubjPass) ? Standing::Subject : Standing::Other;
}

void Coreference::find_coordinations() {
  for (std::size_t i = 1; i < a_.mentions.size(); ++i) {
    const auto& mention = a_.mentions[i];
    if (goes_on_describing(mention)) continue;
    std::size_t left = mention.form != MentionForm::Adjective && related(mention.head_last - 1, Deprel::Conj) ? conjunct_before(i) : kNoMention;
    if (left == kNoMention) left = mention_beside(i);
    if (left == kNoMention || sentence(a_.mentions[left].first) != sentence(mention.first)) continue;
    auto* last = joint_.empty() ? nullptr : &joint_.back();
    if (last != nullptr && last->members.back() == i) continue;
    if (last != nullptr && last->members.front() == left) {
      if (last->members.size() < kMost) last->members.push_back(i);
      last->last = mention.last;
      continue;
    }
    joint_.push_back({a_.mentions[left].first, mention.last, standing_of(a_.mentions[left], mention), {left, i}});
  }
  std::stable_sort(joint_.begin(), joint_.end(), [](const Coordination& x, const Coordination& y) { return x.first < y.first; });
}

// The entities of the members, or the states whose governments they are; empty unless all of them act and are like each other.
std::vector<Id> Coreference::members_of(const Coordination& joint, bool states) {
  std::vector<Id> out;
  EntityType first = EntityType::None;
  for (const auto i : joint.members) {
    const auto& mention = a_.mentions[i];
    if (mention.entity == kNoId) return {};
    const EntryIndex state = states ? state_of(mention.entity) : kNoEntry;
    if (states && state == kNoEntry) return {};
    const EntityType type = table_.at(mention.entity).type;
    if (!is_person(type) && !is_body(type) && type != EntityType::Group) return {};
    if (first != EntityType::None && !alike(first, type)) return {};
    first = type;
    const Id id = states ? table_.of_entry(state) : mention.entity;
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  }
  return out;
}

// "A and B", "A, B and C": one group for the same members, in whatever order they are named.
Id Coreference::group_of(std::vector<Id> members) {
  if (members.size() < 2) return kNoId;
  std::sort(members.begin(), members.end(), [&](Id x, Id y) { return table_.at(x).name < table_.at(y).name; });
  std::string name = table_.at(members[0]).name;
  for (std::size_t i = 1; i < members.size(); ++i) name += (i + 1 < members.size() ? ", " : " and ") + table_.at(members[i]).name;
  const Id group = table_.of_name(EntityType::Group, name);
  table_.at(group).members = std::move(members);
  return group;
}

// The first coordination of a sentence before the mention, of `count` members if that is not 0, as a group, if it begins at
// `latest` or before; "A and B told them" means others.
Id Coreference::coordinated_in(std::uint32_t s, const MentionCandidate& mention, std::size_t count, std::uint32_t latest) {
  const auto begin = a_.segmentation.sentences[s].first;
  auto at = std::lower_bound(joint_.begin(), joint_.end(), begin, [](const Coordination& c, std::uint32_t t) { return c.first < t; });
  for (; at != joint_.end() && at->last <= mention.first && at->first <= latest && sentence(at->first) == s; ++at) {
    if ((count != 0 && at->members.size() != count) || argue_together(a_.mentions[at->members.front()], mention)) continue;
    auto members = members_of(*at, true);
    if (!members.empty() && count == 0 && at->standing == Standing::Place) continue;
    if (members.empty()) members = members_of(*at, false);
    if (const Id group = group_of(std::move(members)); group != kNoId) return group;
  }
  return kNoId;
}

}  // namespace entente::extract
