// sh:subsetOf (SHACL 1.2 draft): each value is also an object of the other property.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {

void subset_of(ShapeScope& scope) {
  for (const Term& other : scope.iris(sh12::subsetOf)) {
    scope.add({{"subsetOf", other}}, "Value is no value of {subsetOf}", SetRule{[other](const Data& data) -> SetCheck {
                return [&graph = data.graph(), p = data.graph().find(other)](TermId focus, std::span<const TermId> values, Failures& failures) {
                  for (const TermId value : values) {
                    if (!graph.contains(focus, p, value)) failures.add(value);
                  }
                };
              }});
  }
}

}  // namespace entente::shapes::components
