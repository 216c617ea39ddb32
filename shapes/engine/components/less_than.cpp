// sh:lessThan (SHACL 4.5.3): each value is less than each object of the other property.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/pairwise.hpp"

namespace entente::shapes::components {

void less_than(ShapeScope& scope) {
  add_pairwise(scope, vocab::sh::lessThan, "lessThan", "Value is not less than every value of {lessThan}",
               [](std::partial_ordering order) { return order < 0; });
}

}  // namespace entente::shapes::components
