// "Chad's envoy, Amal Nasser, said", "Amal Nasser, the envoy, said": one person, described and named.
#include "extract/coreference/coreference.hpp"

namespace entente::extract {
namespace {

bool names_person(const MentionCandidate& m) {
  return m.entity != kNoId && is_a(m.type, EntityType::Person) && m.form != MentionForm::Descriptor && m.form != MentionForm::Pronoun;
}

}  // namespace

bool Coreference::closes_apposition(std::uint32_t token) const {
  if (token >= a_.segmentation.tokens.size() || sentence(token) != sentence(token - 1)) return true;
  const auto form = a_.form(token);
  return form == "," || form == "." || form == ";" || form == ")" || form == "—" || form == "–";
}

// The token behind the description and its "of Poland".
std::uint32_t Coreference::behind_description(const MentionCandidate& mention) const {
  auto t = mention.last;
  while (t + 1 < a_.words.size() && a_.form(t) == "of" && a_.words[t + 1].chunk != UINT32_MAX) t = a_.chunks[a_.words[t + 1].chunk].last;
  return t;
}

Id Coreference::named_by_apposition(const MentionCandidate& mention, std::size_t index) const {
  const auto comma = behind_description(mention);
  if (!is_a(mention.type, EntityType::Person) || comma >= a_.segmentation.tokens.size()) return kNoId;
  if (a_.form(comma) == "," && sentence(comma) == sentence(mention.first)) {
    for (std::size_t i = index + 1; i < a_.mentions.size() && a_.mentions[i].first <= comma + 1; ++i)
      if (a_.mentions[i].first == comma + 1 && names_person(a_.mentions[i]) && closes_apposition(a_.mentions[i].last)) return a_.mentions[i].entity;
  }
  const bool behind = mention.first > 1 && a_.form(mention.first - 1) == "," && sentence(mention.first - 1) == sentence(mention.first);
  if (!behind || !closes_apposition(mention.last)) return kNoId;
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 4; ++steps)
    if (a_.mentions[i].last == mention.first - 1 && names_person(a_.mentions[i])) return a_.mentions[i].entity;
  return kNoId;
}

}  // namespace entente::extract
