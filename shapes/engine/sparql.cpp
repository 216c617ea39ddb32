#include "shapes/engine/sparql.hpp"

namespace entente::shapes {

void compile_sparql(Compiler&, Source&, TermId, Shape&) {}

}  // namespace entente::shapes
