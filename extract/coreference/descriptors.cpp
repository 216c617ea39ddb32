#include <algorithm>
#include <array>

#include "extract/coreference/coreference.hpp"
#include "extract/gazetteer/fold.hpp"
#include "extract/lower_word.hpp"

namespace entente::extract {
namespace {

// The types of bodies that a common noun may mean, a bit each.
std::uint64_t bodies_of(std::string_view noun) {
  using enum EntityType;
  struct Row {
    std::string_view noun;
    std::array<EntityType, 3> types;
  };
  static constexpr Row kBodies[] = {
      {"party", {PoliticalParty}},  {"company", {Company}},    {"firm", {Company}},       {"corporation", {Company}}, {"airline", {Company}},
      {"bank", {Company}},          {"newspaper", {Media}},    {"broadcaster", {Media}},  {"ministry", {Ministry}},   {"department", {Ministry}},
      {"court", {Court}},           {"university", {University}}, {"group", {ArmedGroup, NGO, PoliticalParty}},
      {"movement", {ArmedGroup, NGO, PoliticalParty}},         {"alliance", {InternationalOrganization}}, {"bloc", {InternationalOrganization}},
      {"organization", {InternationalOrganization}},           {"organisation", {InternationalOrganization}},
      {"country", {State}},         {"nation", {State}},
  };
  std::uint64_t mask = 0;
  for (const Row& row : kBodies)
    if (row.noun == noun)
      for (const EntityType type : row.types)
        if (type != None) mask |= std::uint64_t{1} << static_cast<unsigned>(type);
  return mask;
}

}  // namespace

// The same words again are the same thing; "a spokesman" is somebody new each time, plurals are not.
Id Coreference::repeated(const MentionCandidate& mention) {
  std::uint32_t first = mention.first;
  bool indefinite = false;
  while (first + 1 < mention.last && is_one_of(a_.form(first), {"the", "a", "an", "this", "that", "these", "those", "some", "many", "several", "most", "other", "all",
                                                                "another", "both", "such", "few", "no", "any", "each", "every"})) {
    indefinite = indefinite || is_one_of(a_.form(first), {"a", "an", "another"});
    ++first;
  }
  const std::string_view words = a_.span(first, mention.last).of(a_.text());
  key_.assign(1, static_cast<char>(mention.type));
  append_fold_key(words, key_);
  const auto [id, fresh] = descriptors_.try_emplace(key_, kNoId);
  if (fresh || indefinite) id = table_.add_unnamed(mention.type, words);
  return id;
}

// "the party", "the ministry": the last body named whose kind or name has the noun.
Id Coreference::earlier_body(const MentionCandidate& mention, std::size_t before) const {
  if (mention.last - mention.first != 2 || !is_one_of(a_.form(mention.first), {"the", "this"})) return kNoId;
  const std::uint64_t wanted = bodies_of(lower(mention.head_first));
  if (wanted == 0) return kNoId;
  const auto fits = [&](EntityType type) { return (wanted >> static_cast<unsigned>(type) & 1U) != 0; };
  for (std::size_t i = before, steps = 0; i-- > 0 && steps < 40; ++steps) {
    const auto& m = a_.mentions[i];
    if (m.entity == kNoId || m.form == MentionForm::Pronoun || m.form == MentionForm::Adjective) continue;
    const auto& types = table_.at(m.entity).types;
    if (std::any_of(types.begin(), types.end(), fits)) return m.entity;
  }
  return kNoId;
}

void Coreference::link_descriptor(std::size_t index) {
  auto& mention = a_.mentions[index];
  if (count_of(mention) != 0) mention.entity = counted_group(mention, index);
  if (mention.entity == kNoId) mention.entity = named_by_apposition(mention, index);
  if (mention.entity == kNoId) {
    mention.entity = possessed_body(mention, index);
    if (mention.entity != kNoId && is_a(mention.type, EntityType::Person)) mention.rule = stages_.holders;
  }
  if (mention.entity == kNoId) mention.entity = government(mention, index);
  if (mention.entity == kNoId && is_a(mention.type, EntityType::Person)) {
    const auto noun = lower(mention.head_first);
    const bool definite = is_one_of(a_.form(mention.first), {"the", "this", "that"});
    if (definite && mention.head_first > mention.first) {
      const auto two = lower(mention.head_first - 1) + " " + noun;
      mention.entity = person_with_title(two, index);
      if (mention.entity == kNoId && mention.last - mention.first == 2) mention.entity = person_with_title(noun, index);
      if (mention.entity == kNoId) mention.entity = office_holder(mention, two);
      if (mention.entity == kNoId) mention.entity = office_holder(mention, noun);
      if (mention.entity != kNoId) mention.rule = stages_.holders;
    }
  }
  if (mention.entity == kNoId) mention.entity = earlier_body(mention, index);
  if (mention.entity == kNoId) mention.entity = repeated(mention);
}

void Coreference::link_references() {
  add_pronouns();
  find_coordinations();
  for (std::size_t i = 0; i < a_.mentions.size(); ++i) {
    auto& mention = a_.mentions[i];
    if (mention.entity != kNoId) continue;
    if (mention.form == MentionForm::Descriptor) {
      link_descriptor(i);
    } else if (mention.form == MentionForm::Pronoun) {
      mention.entity = antecedent(i);
    }
  }
  std::erase_if(a_.mentions, [](const MentionCandidate& m) { return m.form == MentionForm::Pronoun && m.entity == kNoId; });
}

}  // namespace entente::extract
