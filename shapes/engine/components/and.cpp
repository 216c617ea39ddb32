// sh:and (SHACL 4.6.2): each value conforms to all shapes of the list.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/combine.hpp"

namespace entente::shapes::components {

void and_(ShapeScope& scope) {
  add_list_combination(scope, vocab::sh::and_, "and", "Value does not conform to every shape of sh:and",
                       [](std::size_t conforming, std::size_t all) { return conforming == all; });
}

}  // namespace entente::shapes::components
