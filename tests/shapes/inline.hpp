// Small graphs written in tests, and results as short lines.
#pragma once

#include <string>
#include <vector>

#include "core/rdf/graph.hpp"
#include "shapes/engine/validator.hpp"

namespace entente::tests {

// Turtle with the prefixes ex:, sh:, xsd:, rdf:, rdfs:, owl: declared.
rdf::Graph turtle(const std::string& text);

// "focus path value component" of each result, IRIs without namespace, sorted; "" where there is none.
std::vector<std::string> lines_of(const shapes::Report& report);

// Validates; a shapes graph that is refused gives the codes and messages instead, each with "! " before it.
std::vector<std::string> validated(const std::string& data, const std::string& shapes, const shapes::ValidateOptions& options = {},
                                   const shapes::CompileOptions& compile = {});

}  // namespace entente::tests
