// sh:node (SHACL 4.7.1): each value conforms to the shape.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/combine.hpp"

namespace entente::shapes::components {

void node(ShapeScope& scope) {
  for (const TermId shape : scope.values(vocab::sh::node)) {
    add_combination(scope, {"node", scope.term(shape)}, "Value does not conform to {node}", {scope.shape_ref(shape)},
                    [](std::size_t conforming, std::size_t) { return conforming == 1; });
  }
}

}  // namespace entente::shapes::components
