// sh:maxInclusive (SHACL 4.3.4): each value is a literal at most the bound; what cannot be compared is not.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/range.hpp"

namespace entente::shapes::components {

void max_inclusive(ShapeScope& scope) {
  add_bound(scope, vocab::sh::maxInclusive, "maxInclusive", "Value is not at most {maxInclusive}", [](std::partial_ordering order) { return order <= 0; });
}

}  // namespace entente::shapes::components
