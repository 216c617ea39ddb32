// Closed classes of English words that more than one stage asks for.
#pragma once

#include <initializer_list>

namespace entente::extract {

// Prepositions of the place where somebody is, which hardly stand before somebody: "those in Brussels".
inline constexpr std::initializer_list<const char*> kLocatives = {"in", "at", "near", "inside", "outside", "across", "throughout"};

}  // namespace entente::extract
