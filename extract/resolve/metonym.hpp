// Whether a capital stands for its government here: "Beijing says", but "in Beijing".
#pragma once

#include "extract/analysis.hpp"

namespace entente::extract {

// How the words around a name read it.
enum class NameUse : std::uint8_t { Unclear, Actor, Place };

// From the tokens around [first, last), not from the name itself: prepositions, possessives, the verb after it,
// nouns of places beside it, and for coordinated names what their first one shows.
NameUse use_of(const Analysis& analysis, std::uint32_t first, std::uint32_t last);

}  // namespace entente::extract
