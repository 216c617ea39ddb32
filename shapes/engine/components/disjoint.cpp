// sh:disjoint (SHACL 4.5.2): no value is one of the other property.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/pairwise.hpp"

namespace entente::shapes::components {

void disjoint(ShapeScope& scope) {
  add_membership(scope, vocab::sh::disjoint, "disjoint", "Value is also a value of {disjoint}", false);
}

}  // namespace entente::shapes::components
