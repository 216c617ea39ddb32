// sh:lessThanOrEquals (SHACL 4.5.4): each value is at most each object of the other property.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/pairwise.hpp"

namespace entente::shapes::components {

void less_than_or_equals(ShapeScope& scope) {
  add_pairwise(scope, vocab::sh::lessThanOrEquals, "lessThanOrEquals", "Value is not at most every value of {lessThanOrEquals}",
               [](std::partial_ordering order) { return order <= 0; });
}

}  // namespace entente::shapes::components
