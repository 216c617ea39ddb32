#include "extract/rules/names.hpp"

#include <iterator>

#include "extract/analysis.hpp"

namespace entente::extract::rules {
namespace {

constexpr std::string_view kPos[] = {"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
                                     "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::string_view kVerb[] = {"", "base", "present3", "past", "participle", "gerund"};
constexpr std::string_view kShape[] = {"capitalised", "allcaps", "digit", "number", "start", "punct", "hyphen"};
constexpr std::string_view kQuote[] = {"out", "in", "open", "close"};
constexpr std::string_view kMention[] = {"name", "acronym", "metonym", "adjective", "descriptor", "pronoun"};
constexpr std::string_view kFlags[] = {"passive", "negated", "modal", "future", "past", "perfect", "progressive", "infinitive",
                                       "gerund", "bare", "copula"};

template <std::size_t N>
std::optional<unsigned> index_in(const std::string_view (&names)[N], std::string_view name) {
  for (unsigned i = 0; i < N; ++i)
    if (!name.empty() && names[i] == name) return i;
  return std::nullopt;
}

template <std::size_t N>
std::optional<unsigned> bit_in(const std::string_view (&names)[N], std::string_view name) {
  const auto index = index_in(names, name);
  if (!index) return std::nullopt;
  return 1U << *index;
}

constexpr auto kTypes = static_cast<unsigned>(EntityType::Other) + 1;

std::uint64_t with_subtypes(EntityType ancestor) {
  std::uint64_t mask = 0;
  for (unsigned i = 1; i < kTypes; ++i)
    if (is_a(static_cast<EntityType>(i), ancestor)) mask |= std::uint64_t{1} << i;
  return mask;
}

}  // namespace

std::optional<unsigned> pos_of(std::string_view name) { return index_in(kPos, name); }
std::optional<unsigned> verb_form_of(std::string_view name) { return index_in(kVerb, name); }
std::optional<unsigned> shape_of(std::string_view name) { return bit_in(kShape, name); }
std::optional<unsigned> quote_of(std::string_view name) { return bit_in(kQuote, name); }
std::optional<unsigned> mention_form_of(std::string_view name) { return index_in(kMention, name); }
std::optional<unsigned> flag_of(std::string_view name) { return bit_in(kFlags, name); }

std::optional<std::uint64_t> types_of(std::string_view name) {
  const std::uint64_t body = with_subtypes(EntityType::Organization) | with_subtypes(EntityType::InternationalOrganization) |
                             with_subtypes(EntityType::PoliticalParty) | with_subtypes(EntityType::Government);
  if (name == "Any") return ~std::uint64_t{0};
  if (name == "Body") return body;
  if (name == "Actor")
    return body | with_subtypes(EntityType::Person) | with_subtypes(EntityType::State) | with_subtypes(EntityType::Group);
  const auto type = entity_type_of(name);
  if (!type || *type == EntityType::None) return std::nullopt;
  return with_subtypes(*type);
}

}  // namespace entente::extract::rules
