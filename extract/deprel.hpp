// Relations of Universal Dependencies (version 2, without subtypes but nsubj:pass, obl:agent and nmod:poss).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::extract {

enum class Deprel : std::uint8_t {
  None,
#define ENTENTE_DEPREL(id, name) id,
#include "extract/deprel.def"
#undef ENTENTE_DEPREL
};

// "nsubj:pass"; empty for None.
std::string_view name_of(Deprel deprel);
// The relation of exactly this name; "compound:prt" and other subtypes give their base relation.
std::optional<Deprel> deprel_of(std::string_view name);

}  // namespace entente::extract
