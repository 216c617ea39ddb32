// The type of a name by its words.
#pragma once

#include "extract/names/runs.hpp"

namespace entente::extract {

struct NameType {
  EntityType type = EntityType::None;
  float confidence = 0.0F;
};

// By head nouns: "Ministry of X", "X Party", "Battle of X". None if no word of the name says. `head` becomes the
// token of the noun that decided.
NameType type_by_head(const NameTokens& tokens, TokenRange name, std::uint32_t& head);

}  // namespace entente::extract
