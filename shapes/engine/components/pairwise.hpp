// Shared by sh:lessThan and sh:lessThanOrEquals.
#pragma once

#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

// `accepts` gets the order of a value relative to an object of the other property. One result for each pair
// that is not accepted, also where the two cannot be compared.
void add_pairwise(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message,
                  bool (*accepts)(std::partial_ordering));

}  // namespace entente::shapes::components
