// sh:disjoint (SHACL 4.5.2): no value is an object of the other property.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

void disjoint(ShapeScope& scope) {
  for (const Term& other : scope.iris(vocab::sh::disjoint)) {
    scope.add({{"disjoint", other}}, "Value is also a value of {disjoint}", SetRule{[other](const Data& data) -> SetCheck {
                return [&graph = data.graph(), p = data.graph().find(other)](TermId focus, std::span<const TermId> values, Failures& failures) {
                  for (const TermId value : values) {
                    if (graph.contains(focus, p, value)) failures.add(value);
                  }
                };
              }});
  }
}

}  // namespace entente::shapes::components
