// sh:equals (SHACL 4.5.1): the values are exactly those of the other property.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/pairwise.hpp"

namespace entente::shapes::components {

void equals(ShapeScope& scope) {
  for (const Path& other : scope.paths(vocab::sh::equals)) {
    scope.add({{"equals", parameter_of(scope, other)}}, "Values differ from those of {equals}", SetRule{[other](const Data& data) -> SetCheck {
                const auto others = std::make_shared<const OtherValues>(other, data);
                return [others](TermId focus, std::span<const TermId> values, Failures& failures) {
                  const auto all = others->of(focus);
                  std::size_t v = 0;
                  std::size_t o = 0;
                  while (v < values.size() || o < all.size()) {  // both ascend
                    if (o == all.size() || (v < values.size() && values[v] < all[o])) failures.add(values[v++]);
                    else if (v == values.size() || all[o] < values[v]) failures.add(all[o++]);
                    else ++v, ++o;
                  }
                };
              }});
  }
}

}  // namespace entente::shapes::components
