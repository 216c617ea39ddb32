// sh:maxExclusive (SHACL 4.3.3): each value is a literal less than the bound; what cannot be compared is not.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/range.hpp"

namespace entente::shapes::components {

void max_exclusive(ShapeScope& scope) {
  add_bound(scope, vocab::sh::maxExclusive, "maxExclusive", "Value is not less than {maxExclusive}", [](std::partial_ordering order) { return order < 0; });
}

}  // namespace entente::shapes::components
