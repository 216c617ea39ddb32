// sh:subsetOf (SHACL 1.2 draft, property pairs): each value is also one of the other path. Property shapes only.
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"
#include "shapes/engine/components/pairwise.hpp"

namespace entente::shapes::components {

void subset_of(ShapeScope& scope) {
  if (!scope.values(sh12::subsetOf).empty() && !scope.is_property()) return scope.refuse(sh12::subsetOf, "only property shapes may have it");
  add_membership(scope, sh12::subsetOf, "subsetOf", "Value is no value of {subsetOf}", true);
}

}  // namespace entente::shapes::components
