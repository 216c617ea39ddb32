// sh:minCount (SHACL 4.2.1): a property shape has at least so many value nodes.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

void min_count(ShapeScope& scope) {
  const auto limit = scope.count(vocab::sh::minCount);
  if (!limit) return;
  if (!scope.is_property()) return scope.refuse(vocab::sh::minCount, "a node shape has exactly one value node; only property shapes may count");
  if (*limit == 0) return;  // always true
  scope.add({{"minCount", scope.term(*scope.single(vocab::sh::minCount))}}, *limit == 1 ? "A value is missing" : "Fewer than " + counted(*limit, "value"), CountRule{.least = *limit});
}

}  // namespace entente::shapes::components
