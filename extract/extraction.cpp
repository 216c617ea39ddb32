#include "extract/extraction.hpp"

#include <array>

namespace entente::extract {
namespace {

struct TypeRow {
  std::string_view name;
  EntityType parent;
};

constexpr auto kTypes = std::to_array<TypeRow>({
    {"None", EntityType::None},
#define ENTENTE_TYPE(name, parent) {#name, EntityType::parent},
#include "extract/entity_types.def"
#undef ENTENTE_TYPE
});

template <typename E, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& names, E value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name_of(EntityType type) { return kTypes[static_cast<std::size_t>(type)].name; }

std::optional<EntityType> entity_type_of(std::string_view name) {
  for (std::size_t i = 1; i < kTypes.size(); ++i) {
    if (kTypes[i].name == name) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

EntityType parent_of(EntityType type) { return kTypes[static_cast<std::size_t>(type)].parent; }

bool is_a(EntityType type, EntityType ancestor) {
  while (type != ancestor && type != EntityType::None) type = parent_of(type);
  return type == ancestor;
}

std::string_view name_of(MentionForm value) {
  constexpr std::array<std::string_view, 6> kNames{"name", "acronym", "metonym", "adjective", "descriptor", "pronoun"};
  return pick(kNames, value);
}

std::string_view name_of(Polarity value) {
  constexpr std::array<std::string_view, 2> kNames{"positive", "negative"};
  return pick(kNames, value);
}

std::string_view name_of(Factuality value) {
  constexpr std::array<std::string_view, 6> kNames{"certain",      "probable",   "possible",
                                                   "hypothetical", "improbable", "attempted"};
  return pick(kNames, value);
}

std::string_view name_of(Modality value) {
  constexpr std::array<std::string_view, 7> kNames{"certain", "probable", "possible", "hypothetical",
                                                   "future",  "deontic",  "intention"};
  return pick(kNames, value);
}

std::string_view name_of(ClaimKind value) {
  constexpr std::array<std::string_view, 3> kNames{"direct", "mixed", "indirect"};
  return pick(kNames, value);
}

std::string_view name_of(Attitude value) {
  constexpr std::array<std::string_view, 4> kNames{"speech", "belief", "perception", "aim"};
  return pick(kNames, value);
}

std::string_view name_of(Stance value) {
  constexpr std::array<std::string_view, 3> kNames{"positive", "neutral", "negative"};
  return pick(kNames, value);
}

std::string_view name_of(RelationStatus value) {
  constexpr std::array<std::string_view, 2> kNames{"asserted", "claimed"};
  return pick(kNames, value);
}

std::string_view name_of(DateBasis value) {
  constexpr std::array<std::string_view, 5> kNames{"explicit", "inferred-from-publication-date", "relative",
                                                   "month-only", "none"};
  return pick(kNames, value);
}

RuleRef RuleCatalogue::add(RuleInfo info) {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    if (rules_[i].id == info.id) return static_cast<RuleRef>(i);
  }
  rules_.push_back(std::move(info));
  return static_cast<RuleRef>(rules_.size() - 1);
}

}  // namespace entente::extract
