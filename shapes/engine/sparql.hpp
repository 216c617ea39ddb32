// SHACL-SPARQL (SHACL 5 and 6): sh:sparql constraints and SPARQL-based constraint components.
#pragma once

#include "shapes/engine/compiler.hpp"

namespace entente::shapes {

// Adds the shape's sh:sparql constraints and those of SPARQL-based components whose parameters it has.
void compile_sparql(Compiler& compiler, Source& source, TermId node, Shape& shape);

}  // namespace entente::shapes
