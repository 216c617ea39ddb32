// Shared by the four components that compare values with a bound.
#pragma once

#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

// `accepts` gets the order of a value relative to the bound.
void add_bound(ShapeScope& scope, std::string_view parameter, std::string name, std::string message,
               bool (*accepts)(std::partial_ordering));

}  // namespace entente::shapes::components
