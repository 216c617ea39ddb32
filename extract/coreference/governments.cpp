// Whose government: "the Russian government" of the register, "Moldova's government" by its state, "the government" by the
// one spoken of before.
#include "extract/coreference/coreference.hpp"

namespace entente::extract {
namespace {

bool governs(std::string_view noun) {
  return noun == "government" || noun == "regime" || noun == "authorities";
}

}  // namespace

EntryIndex Coreference::government_of(EntryIndex state) const {
  if (state == kNoEntry) return kNoEntry;
  for (const auto& link : gazetteer_.back_links(state))
    if (link.kind == LinkKind::GovernmentOf) return link.other;
  return kNoEntry;
}

// The state that possesses, qualifies or follows the noun: "Kenya's government", "the new Kenyan government".
EntryIndex Coreference::state_within(const MentionCandidate& mention, std::size_t index) const {
  if (const EntryIndex owner = possessing_state(mention, index); owner != kNoEntry) return owner;
  std::size_t at = index;
  while (at > 0 && a_.mentions[at - 1].first >= mention.first) --at;
  const bool of = mention.last < a_.words.size() && lower(mention.last) == "of";
  for (; at < a_.mentions.size() && a_.mentions[at].first <= mention.last + 2; ++at) {
    const auto& m = a_.mentions[at];
    const bool inside = m.first >= mention.first && m.last <= mention.last;
    const bool behind = of && (m.first == mention.last + 1 || (m.first == mention.last + 2 && lower(mention.last + 1) == "the"));
    if ((inside || behind) && is_state_like(m)) return state_of(m.entity);
  }
  return kNoEntry;
}

Id Coreference::government(const MentionCandidate& mention, std::size_t index) {
  if (!is_a(mention.type, EntityType::Government)) return kNoId;
  if (mention.register_entry != kNoEntry) return last_government_ = table_.of_entry(mention.register_entry);
  if (!governs(lower(mention.head_first))) return kNoId;
  if (const EntryIndex entry = government_of(state_within(mention, index)); entry != kNoEntry) return last_government_ = table_.of_entry(entry);
  const bool alone = mention.size() == 1 || (mention.size() == 2 && lower(mention.first) == "the");
  return alone ? last_government_ : kNoId;
}

}  // namespace entente::extract
