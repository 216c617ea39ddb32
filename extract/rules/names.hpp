// The closed sets of names in patterns: tags, verb forms, shapes, quote places, group flags, type groups.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::extract::rules {

std::optional<unsigned> pos_of(std::string_view name);        // NOUN -> index of Upos
std::optional<unsigned> verb_form_of(std::string_view name);  // past -> index of VerbForm
std::optional<unsigned> shape_of(std::string_view name);      // capitalised -> bit mask
std::optional<unsigned> quote_of(std::string_view name);      // in -> bit of QuotePlace
std::optional<unsigned> mention_form_of(std::string_view name);
std::optional<unsigned> flag_of(std::string_view name);       // passive -> GroupFlag
// Mask over EntityType of a type with all its subtypes, or of a group: Actor (whatever can act: persons, states,
// governments, bodies, groups), Body (organisations of every kind), Any.
std::optional<std::uint64_t> types_of(std::string_view name);

}  // namespace entente::extract::rules
