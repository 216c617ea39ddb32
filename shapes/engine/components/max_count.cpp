// sh:maxCount (SHACL 4.2.2): a property shape has at most so many value nodes.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

void max_count(ShapeScope& scope) {
  const auto limit = scope.count(vocab::sh::maxCount);
  if (!limit) return;
  if (!scope.is_property()) return scope.refuse(vocab::sh::maxCount, "a node shape has exactly one value node; only property shapes may count");
  scope.add({{"maxCount", scope.term(*scope.single(vocab::sh::maxCount))}}, *limit == 0 ? "No value is allowed" : "More than " + counted(*limit, "value"), CountRule{.most = *limit});
}

}  // namespace entente::shapes::components
