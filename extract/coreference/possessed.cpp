// "Poland's foreign ministry" is what the register calls "Polish foreign ministry".
#include "extract/coreference/coreference.hpp"

namespace entente::extract {

// The state whose mention ends right before "'s" and the mention; kNoEntry if none does.
EntryIndex Coreference::possessing_state(const MentionCandidate& mention, std::size_t index) const {
  if (mention.first < 2 || !possessive(mention.first - 1)) return kNoEntry;
  for (std::size_t i = index; i-- > 0 && a_.mentions[i].first + 6 > mention.first;) {
    const auto& m = a_.mentions[i];
    if (m.last == mention.first - 1 && m.form != MentionForm::Pronoun && is_state_like(m)) return state_of(m.entity);
  }
  return kNoEntry;
}

EntryIndex Coreference::possessed(const MentionCandidate& mention, std::size_t index) const {
  const EntryIndex state = possessing_state(mention, index);
  if (state == kNoEntry) return kNoEntry;
  const std::string words(text(mention));
  for (const auto& name : gazetteer_.names(state)) {
    if (name.kind != NameKind::Adjective) continue;
    const auto node = gazetteer_.look_up(std::string(name.text) + " " + words);
    if (node && gazetteer_.meaning_count(*node) > 0) return gazetteer_.meaning(*node, 0).entry;
  }
  return kNoEntry;
}

// "Peru's Congress" is not the Congress that the register calls so for short: a word for a longer name, behind a state
// that no name of the entry speaks of. Gives that state.
EntryIndex Coreference::other_owner(const MentionCandidate& mention, std::size_t index) const {
  const EntryIndex entry = mention.register_entry;
  if (entry == kNoEntry || mention.size() != 1 || mention.form != MentionForm::Name) return kNoEntry;
  const EntityType type = gazetteer_.type(entry);
  const bool national = is_a(type, EntityType::Parliament) || is_a(type, EntityType::Ministry) || is_a(type, EntityType::Court);
  if (!national || gazetteer_.name(entry) == text(mention)) return kNoEntry;
  const EntryIndex owner = possessing_state(mention, index);
  if (owner == kNoEntry) return kNoEntry;
  const auto names_owner = [&](std::string_view name) {
    if (name.find(gazetteer_.name(owner)) != std::string_view::npos) return true;
    for (const auto& other : gazetteer_.names(owner))
      if (name.find(other.text) != std::string_view::npos) return true;
    return false;
  };
  if (names_owner(gazetteer_.name(entry))) return kNoEntry;
  for (const auto& name : gazetteer_.names(entry))
    if (names_owner(name.text)) return kNoEntry;
  return owner;
}

// The body, or who held the post on the document's day.
Id Coreference::possessed_body(const MentionCandidate& mention, std::size_t index) {
  if (mention.register_entry != kNoEntry) return kNoId;
  const EntryIndex entry = possessed(mention, index);
  if (entry == kNoEntry) return kNoId;
  if (gazetteer_.type(entry) != EntityType::Post) return table_.of_entry(entry);
  const EntryIndex person = day_ == 0 ? kNoEntry : gazetteer_.holder(entry, day_);
  return person == kNoEntry ? kNoId : table_.of_entry(person);
}

}  // namespace entente::extract
