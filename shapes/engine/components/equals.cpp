// sh:equals (SHACL 4.5.1): the values are exactly the objects of the other property.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

void equals(ShapeScope& scope) {
  for (const Term& other : scope.iris(vocab::sh::equals)) {
    scope.add({{"equals", other}}, "Values differ from those of {equals}", SetRule{[other](const Data& data) -> SetCheck {
                return [&graph = data.graph(), p = data.graph().find(other)](TermId focus, std::span<const TermId> values, Failures& failures) {
                  const auto objects = graph.with_subject_predicate(focus, p);
                  std::size_t v = 0;
                  std::size_t o = 0;
                  while (v < values.size() || o < objects.size()) {  // both ascend
                    if (o == objects.size() || (v < values.size() && values[v] < objects[o].object)) failures.add(values[v++]);
                    else if (v == values.size() || objects[o].object < values[v]) failures.add(objects[o++].object);
                    else ++v, ++o;
                  }
                };
              }});
  }
}

}  // namespace entente::shapes::components
