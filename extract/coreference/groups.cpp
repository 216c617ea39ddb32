// "Both governments", "the two countries", "neither regime": two actors named shortly before, as one group.
#include <algorithm>

#include "extract/coreference/coreference.hpp"
#include "extract/lower_word.hpp"

namespace entente::extract {
bool Coreference::is_state_like(const MentionCandidate& m) const {
  return m.entity != kNoId && m.form != MentionForm::Pronoun && state_of(m.entity) != kNoEntry;
}

EntryIndex Coreference::state_of(Id entity) const {
  const EntryIndex entry = table_.entry_of(entity);
  if (entry == kNoEntry) return kNoEntry;
  if (gazetteer_.type(entry) == EntityType::State) return entry;
  return gazetteer_.linked(entry, LinkKind::GovernmentOf);
}

bool Coreference::is_pair(const MentionCandidate& mention) const {
  bool two = false;
  for (auto t = mention.first; t < mention.last; ++t) two = two || is_one_of(a_.form(t), {"both", "two", "either", "neither"});
  return two && is_one_of(a_.form(mention.head_first), {"countries", "states", "governments", "nations", "regimes", "powers", "sides", "capitals", "neighbours",
                                                   "neighbors", "country", "state", "government", "nation", "regime", "side", "superpowers", "rivals",
                                                   "allies", "partners", "leaders", "presidents", "ministers", "men", "women", "leaderships", "parties"});
}

// The states of the last "A and B", "A-B" or "between A and B" of two of them, a few sentences back at most.
std::vector<Id> Coreference::coordinated_before(const MentionCandidate& mention, std::size_t index) {
  for (std::size_t i = index, steps = 0; i-- > 1 && steps < 60; ++steps) {
    const auto& right = a_.mentions[i];
    if (sentence(mention.first) - sentence(right.first) > 8) break;
    if (!is_state_like(right)) continue;
    for (std::size_t j = i; j-- > 0 && i - j < 4;) {
      const auto& left = a_.mentions[j];
      if (left.last + 1 < right.first && !(left.last + 2 == right.first && possessive(left.last))) continue;
      if (!is_state_like(left) || left.last >= right.first) continue;
      const auto joint = a_.form(right.first - 1);
      if (joint != "and" && joint != "-" && joint != "–") continue;
      const EntryIndex a = state_of(left.entity);
      const EntryIndex b = state_of(right.entity);
      if (a != b) return {table_.of_entry(a), table_.of_entry(b)};
    }
  }
  return {};
}

bool Coreference::possessive(std::uint32_t token) const {
  const auto form = a_.form(token);
  return form == "'s" || form == "’s" || form == "'" || form == "’";
}

// The two last named actors of the right kind, those joined by "and" first; the group is the same for the same two.
Id Coreference::pair_of(const MentionCandidate& mention, std::size_t index) {
  const bool people = is_one_of(a_.form(mention.head_first), {"leaders", "presidents", "men", "women"});
  std::vector<Id> members = people ? std::vector<Id>{} : coordinated_before(mention, index);
  if (members.empty() && !people && last_pair_ != kNoId) return last_pair_;
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 40 && members.size() < 2; ++steps) {
    const auto& m = a_.mentions[i];
    if (m.entity == kNoId || sentence(mention.first) - sentence(m.first) > 6) continue;
    Id member = kNoId;
    if (people) {
      if (m.type != EntityType::Post && table_.at(m.entity).type == EntityType::Person && m.form != MentionForm::Pronoun) member = m.entity;
    } else if (is_state_like(m)) {
      const EntryIndex state = state_of(m.entity);
      member = state != kNoEntry ? table_.of_entry(state) : m.entity;
    } else if (m.entity != kNoId && !table_.at(m.entity).members.empty() && m.form == MentionForm::Descriptor) {
      return m.entity;  // "both countries" after "the two governments"
    }
    if (member != kNoId && std::find(members.begin(), members.end(), member) == members.end()) members.push_back(member);
  }
  if (members.size() < 2) return kNoId;
  std::sort(members.begin(), members.end(), [&](Id x, Id y) { return table_.at(x).name < table_.at(y).name; });
  const Id group = table_.of_name(EntityType::Group, table_.at(members[0]).name + " and " + table_.at(members[1]).name);
  table_.at(group).members = members;
  if (!people) last_pair_ = group;
  return group;
}

// "Both agreed", "neither has": the two states or governments of the last three sentences.
Id Coreference::two_before(const MentionCandidate& mention, std::size_t index) {
  bool near = !coordinated_before(mention, index).empty();
  for (std::size_t i = index; i-- > 0 && !near && sentence(mention.first) - sentence(a_.mentions[i].first) <= 3;) {
    near = last_pair_ != kNoId && a_.mentions[i].entity == last_pair_;
  }
  return near ? pair_of(mention, index) : kNoId;
}

}  // namespace entente::extract
