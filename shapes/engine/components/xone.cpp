// sh:xone (SHACL 4.6.4): each value conforms to exactly one member of the list.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/combine.hpp"

namespace entente::shapes::components {

void xone(ShapeScope& scope) {
  add_list_combination(scope, vocab::sh::xone, "xone", "Value does not conform to exactly one shape of sh:xone",
                       [](std::size_t conforming, std::size_t) { return conforming == 1; });
}

}  // namespace entente::shapes::components
