// Shared by sh:not, sh:and, sh:or, sh:xone and sh:node: a value is judged by how many shapes it conforms to.
#pragma once

#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

void add_combination(ShapeScope& scope, std::pair<std::string, Term> parameter, std::string message, std::vector<ShapeIndex> shapes,
                     bool (*accepts)(std::size_t conforming, std::size_t all));

// The same for each value of a parameter that is a list of shapes.
void add_list_combination(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message,
                          bool (*accepts)(std::size_t conforming, std::size_t all));

}  // namespace entente::shapes::components
