// "the Centre", "the Treaty": a capitalised noun behind "the" that heads a longer name of a body or document named
// before. The nearest such name is meant.
#include <algorithm>

#include "extract/coreference/coreference.hpp"

namespace entente::extract {
namespace {

bool capital(std::string_view word) { return word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a' && word[1] <= 'z'; }

bool has_short_name(EntityType type) {
  return is_a(type, EntityType::Organization) || type == EntityType::InternationalOrganization || type == EntityType::PoliticalParty ||
         type == EntityType::Work;
}

}  // namespace

// True if the word is the head of the mention's name: its last word, or the one before a preposition.
bool Coreference::heads_name(const MentionCandidate& mention, std::string_view word) const {
  if (mention.size() < 2 || mention.form == MentionForm::Descriptor || !has_short_name(mention.type)) return false;
  for (auto t = mention.first; t < mention.last; ++t) {
    if (a_.form(t) != word) continue;
    if (t + 1 == mention.last || a_.words[t + 1].upos == Upos::Adp) return true;
  }
  return false;
}

void Coreference::add_short_names() {
  const auto& sentences = a_.segmentation.sentences;
  std::vector<MentionCandidate> found;
  std::size_t next = 0;          // the first mention behind the token
  std::uint32_t covered = 0;     // tokens before this one belong to mentions
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (auto t = sentences[s].first; t < sentences[s].last; ++t) {
      for (; next < a_.mentions.size() && a_.mentions[next].first <= t; ++next) covered = std::max(covered, a_.mentions[next].last);
      if (t == sentences[s].first || t < covered || !capital(a_.form(t)) || lower(t - 1) != "the") continue;
      if (t + 1 < sentences[s].last && (capital(a_.form(t + 1)) || a_.form(t + 1) == "of" || a_.form(t + 1) == "for")) continue;
      for (std::size_t i = next, steps = 0; i-- > 0 && steps < 60; ++steps) {
        const auto& name = a_.mentions[i];
        if (name.entity == kNoId || !heads_name(name, a_.form(t))) continue;
        MentionCandidate m;
        m.first = m.head_first = t;
        m.last = m.head_last = t + 1;
        m.type = name.type;
        m.form = MentionForm::Name;
        m.entity = name.entity;
        m.rule = stages_.short_names;
        m.confidence = 0.75F;
        found.push_back(m);
        break;
      }
    }
  }
  if (found.empty()) return;
  a_.mentions.insert(a_.mentions.end(), found.begin(), found.end());
  std::stable_sort(a_.mentions.begin(), a_.mentions.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first < y.first : x.last > y.last;
  });
}

}  // namespace entente::extract
