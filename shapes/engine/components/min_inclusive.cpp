// sh:minInclusive (SHACL 4.3.2): each value is a literal at least the bound; what cannot be compared is not.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/range.hpp"

namespace entente::shapes::components {

void min_inclusive(ShapeScope& scope) {
  add_bound(scope, vocab::sh::minInclusive, "minInclusive", "Value is not at least {minInclusive}", [](std::partial_ordering order) { return order >= 0; });
}

}  // namespace entente::shapes::components
