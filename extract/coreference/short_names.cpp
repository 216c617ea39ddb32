// "the Centre", "the Treaty": a capitalised noun behind "the" that heads a longer name of a body or document named
// before. The nearest such name is meant.
#include <algorithm>

#include "extract/coreference/coreference.hpp"
#include "extract/lower_word.hpp"
#include "extract/mention_order.hpp"

namespace entente::extract {
namespace {

constexpr std::size_t kReach = 60;  // mentions looked back

bool capital(std::string_view word) { return word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a' && word[1] <= 'z'; }

bool has_short_name(EntityType type) {
  return is_a(type, EntityType::Organization) || type == EntityType::InternationalOrganization || type == EntityType::PoliticalParty ||
         type == EntityType::Work;
}

}  // namespace

// True if the words head the mention's name: its last ones, or those before a preposition.
bool Coreference::heads_name(const MentionCandidate& mention, std::uint32_t first, std::uint32_t last) const {
  const auto size = last - first;
  if (mention.size() <= size || mention.form == MentionForm::Descriptor || !has_short_name(mention.type)) return false;
  auto end = mention.first + 1;
  while (end < mention.last && a_.words[end].upos != Upos::Adp) ++end;
  for (const auto behind : {end, mention.last}) {
    if (behind < mention.first + size) continue;
    bool same = true;
    for (std::uint32_t i = 0; same && i < size; ++i) same = a_.form(behind - size + i) == a_.form(first + i);
    if (same) return true;
  }
  return false;
}

// The nearest name before the mention at `index` that the words [first, last) head, if they stand behind "the".
const MentionCandidate* Coreference::long_name(std::size_t index, std::uint32_t first, std::uint32_t last) const {
  if (first == 0 || sentence(first - 1) != sentence(first) || !is_word(a_.form(first - 1), "the")) return nullptr;
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < kReach; ++steps) {
    const auto& name = a_.mentions[i];
    if (name.entity != kNoId && name.last <= first && heads_name(name, first, last)) return &name;
  }
  return nullptr;
}

// A name that was found by itself: "founded the Union", "the Security Council".
bool Coreference::link_short_name(MentionCandidate& mention, std::size_t index) {
  if (mention.form == MentionForm::Descriptor || mention.register_entry != kNoEntry || !has_short_name(mention.type)) return false;
  const auto* name = long_name(index, mention.first, mention.last);
  if (name == nullptr) return false;
  mention.entity = name->entity;
  mention.type = name->type;
  mention.register_entry = table_.entry_of(name->entity);
  return true;
}

// Words that nothing has found yet.
void Coreference::add_short_names() {
  const auto& sentences = a_.segmentation.sentences;
  std::vector<MentionCandidate> found;
  std::size_t next = 0;          // the first mention behind the token
  std::uint32_t covered = 0;     // tokens before this one belong to mentions
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (auto t = sentences[s].first; t < sentences[s].last; ++t) {
      for (; next < a_.mentions.size() && a_.mentions[next].first <= t; ++next) covered = std::max(covered, a_.mentions[next].last);
      if (t < covered || !capital(a_.form(t))) continue;
      if (t + 1 < sentences[s].last && (capital(a_.form(t + 1)) || a_.form(t + 1) == "of" || a_.form(t + 1) == "for")) continue;
      const auto* name = long_name(next, t, t + 1);
      if (name == nullptr) continue;
      MentionCandidate m;
      m.first = m.head_first = t;
      m.last = m.head_last = t + 1;
      m.type = name->type;
      m.form = MentionForm::Name;
      m.entity = name->entity;
      m.rule = stages_.short_names;
      m.confidence = 0.75F;
      found.push_back(m);
    }
  }
  insert_mentions(a_.mentions, found);
}

}  // namespace entente::extract
