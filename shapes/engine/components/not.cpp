// sh:not (SHACL 4.6.1): no value conforms to the shape.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/combine.hpp"

namespace entente::shapes::components {

void not_(ShapeScope& scope) {
  for (const TermId shape : scope.values(vocab::sh::not_)) {
    add_combination(scope, {"not", scope.term(shape)}, "Value conforms to {not}, which it must not", {scope.shape_ref(shape)},
                    [](std::size_t conforming, std::size_t) { return conforming == 0; });
  }
}

}  // namespace entente::shapes::components
