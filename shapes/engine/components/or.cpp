// sh:or (SHACL 4.6.3): each value conforms to at least one shape of the list.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/combine.hpp"

namespace entente::shapes::components {

void or_(ShapeScope& scope) {
  add_list_combination(scope, vocab::sh::or_, "or", "Value conforms to no shape of sh:or",
                       [](std::size_t conforming, std::size_t) { return conforming > 0; });
}

}  // namespace entente::shapes::components
