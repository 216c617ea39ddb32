// Shared by sh:qualifiedMinCount and sh:qualifiedMaxCount.
#pragma once

#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

// `accepts` gets the number of values that conform to sh:qualifiedValueShape (and to no sibling shape, where
// sh:qualifiedValueShapesDisjoint is true) and the count given.
void add_qualified(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message,
                   bool (*accepts)(std::uint64_t conforming, std::uint64_t count));

}  // namespace entente::shapes::components
