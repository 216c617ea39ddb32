// sh:minExclusive (SHACL 4.3.1): each value is a literal greater than the bound; what cannot be compared is not.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/range.hpp"

namespace entente::shapes::components {

void min_exclusive(ShapeScope& scope) {
  add_bound(scope, vocab::sh::minExclusive, "minExclusive", "Value is not greater than {minExclusive}", [](std::partial_ordering order) { return order > 0; });
}

}  // namespace entente::shapes::components
