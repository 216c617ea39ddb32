// "Both governments", "the two countries", "the three leaders", "neither regime": actors named shortly before, as one group.
#include <algorithm>

#include "extract/coreference/coreference.hpp"
#include "extract/lower_word.hpp"
#include "extract/spelled.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kReach = 8;  // sentences

}  // namespace

bool Coreference::is_state_like(const MentionCandidate& m) const {
  return m.entity != kNoId && m.form != MentionForm::Pronoun && state_of(m.entity) != kNoEntry;
}

EntryIndex Coreference::state_of(Id entity) const {
  const EntryIndex entry = table_.entry_of(entity);
  if (entry == kNoEntry) return kNoEntry;
  if (gazetteer_.type(entry) == EntityType::State) return entry;
  return gazetteer_.linked(entry, LinkKind::GovernmentOf);
}

bool Coreference::possessive(std::uint32_t token) const {
  return is_possessive_mark(a_.form(token));
}

Coreference::Counted Coreference::counted_noun(std::uint32_t token) const {
  const auto form = a_.form(token);
  if (is_one_of(form, {"countries", "states", "governments", "nations", "regimes", "powers", "capitals", "country", "state", "government", "nation", "regime",
                       "superpowers", "leaderships"}))
    return Counted::States;
  if (is_one_of(form, {"leaders", "presidents", "ministers", "men", "women"})) return Counted::People;
  if (is_one_of(form, {"sides", "side", "neighbours", "neighbors", "rivals", "allies", "partners", "parties", "foes", "adversaries", "groups",
                       "organisations", "organizations", "bodies", "agencies", "companies", "firms", "banks", "unions", "factions", "movements"})) return Counted::Any;
  return Counted::None;
}

// How many are meant: "the two countries", "both sides", "the three allies"; 0 for another description.
std::size_t Coreference::count_of(const MentionCandidate& mention) const {
  if (counted_noun(mention.head_first) == Counted::None) return 0;
  const bool outside = mention.first > a_.segmentation.sentences[sentence(mention.first)].first;
  for (auto t = outside ? mention.first - 1 : mention.first; t < mention.last; ++t) {
    if (is_word(a_.form(t), "both") && mention.last < a_.words.size() && is_word(a_.form(mention.last), "and")) return 0;  // "both men and women"
    if (is_one_of(a_.form(t), {"both", "two", "either", "neither"})) return 2;
    if (is_word(a_.form(t), "three")) return 3;
    if (is_word(a_.form(t), "four")) return 4;
  }
  return 0;
}

// Of the coordinations a few sentences back, the one that the text is most about: near ones, those that are said to have
// something between them, subjects, and those that the text comes back to.
std::vector<Id> Coreference::salient(std::uint32_t here, std::uint32_t before, std::size_t count, Counted kind) {
  struct Row {
    std::vector<Id> members;
    std::uint32_t weight = 0;
  };
  std::vector<Row> rows;
  const auto add = [&](std::vector<Id> members, std::uint32_t weight) {
    std::sort(members.begin(), members.end());
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.members == members; });
    if (same != rows.end()) same->weight += weight;
    else rows.push_back({std::move(members), weight});
  };
  for (auto joint = joint_.rbegin(); joint != joint_.rend(); ++joint) {
    const std::uint32_t distance = here - std::min(here, sentence(joint->first));
    if (distance > kReach) break;
    if (joint->last > before || joint->members.size() != count) continue;
    std::vector<Id> members = kind == Counted::People ? std::vector<Id>{} : members_of(*joint, true);
    if (members.empty() && kind != Counted::States) members = members_of(*joint, false);
    const bool people = !members.empty() && std::all_of(members.begin(), members.end(), [&](Id m) { return table_.at(m).type == EntityType::Person; });
    if (members.size() == count && (kind != Counted::People || people)) add(std::move(members), static_cast<std::uint32_t>(joint->standing) * (kReach + 1 - distance));
  }
  if (last_pair_ != kNoId && kind != Counted::People && here - last_pair_sentence_ <= kReach) {
    const auto& members = table_.at(last_pair_).members;
    if (members.size() == count) add(members, static_cast<std::uint32_t>(Standing::Subject) * (kReach + 1 - (here - last_pair_sentence_)));
  }
  const auto best = std::max_element(rows.begin(), rows.end(), [](const Row& x, const Row& y) { return x.weight < y.weight; });
  return best == rows.end() ? std::vector<Id>{} : best->members;
}

// The two last named states, where nothing joins them.
std::vector<Id> Coreference::last_two(std::size_t index) {
  std::vector<Id> members;
  const auto here = sentence(a_.mentions[index].first);
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 40 && members.size() < 2; ++steps) {
    const auto& m = a_.mentions[i];
    if (here - sentence(m.first) > 6) break;
    const Id member = is_state_like(m) ? table_.of_entry(state_of(m.entity)) : kNoId;
    if (member != kNoId && std::find(members.begin(), members.end(), member) == members.end()) members.push_back(member);
  }
  return members;
}

Id Coreference::counted_group(const MentionCandidate& mention, std::size_t index) {
  const Counted kind = counted_noun(mention.head_first);
  const std::size_t count = count_of(mention);
  const auto here = sentence(mention.first);
  auto members = salient(here, mention.first, count, kind);
  if (members.empty() && count == 2 && kind != Counted::People && last_pair_ != kNoId) return last_pair_;
  if (members.empty() && count == 2 && kind != Counted::People) members = last_two(index);
  for (std::uint32_t back = 1; members.empty() && count == 2 && kind == Counted::People && back <= 2 && back <= here; ++back) members = only_two(here - back);
  const bool states = std::all_of(members.begin(), members.end(), [&](Id m) { return state_of(m) != kNoEntry; });
  const Id group = group_of(std::move(members));
  if (group != kNoId && count == 2 && states) {
    last_pair_ = group;
    last_pair_sentence_ = here;
  }
  return group;
}

// The two people, or the two states, that a sentence names, if it names no third.
std::vector<Id> Coreference::only_two(std::uint32_t s) {
  std::vector<Id> people;
  std::vector<Id> states;
  const auto add = [](std::vector<Id>& out, Id id) {
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  };
  for (std::size_t i = first_mention_of(s); i < a_.mentions.size() && sentence(a_.mentions[i].first) == s; ++i) {
    const auto& m = a_.mentions[i];
    if (m.entity == kNoId || m.type == EntityType::Post) continue;
    if (table_.at(m.entity).type == EntityType::Person) add(people, m.entity);
    else if (is_state_like(m)) add(states, table_.of_entry(state_of(m.entity)));
  }
  if (people.size() == 2) return people;
  return states.size() == 2 && people.empty() ? states : std::vector<Id>{};
}

// "Both agreed", "neither has": the two of the last three sentences.
Id Coreference::two_before(const MentionCandidate& mention) {
  const auto here = sentence(mention.first);
  for (std::uint32_t back = 0; back <= 3 && back <= here; ++back) {
    if (const Id group = coordinated_in(here - back, mention, 2); group != kNoId) return group;
    if (last_pair_ != kNoId && last_pair_sentence_ == here - back) return last_pair_;
    if (back == 0) continue;
    if (const Id group = group_of(only_two(here - back)); group != kNoId) return group;
  }
  return kNoId;
}

}  // namespace entente::extract
