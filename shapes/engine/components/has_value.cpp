// sh:hasValue (SHACL 4.8.2): the term is among the values.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

void has_value(ShapeScope& scope) {
  for (const TermId id : scope.values(vocab::sh::hasValue)) {
    const Term wanted = scope.term(id);
    scope.add({{"hasValue", wanted}}, "No value is {hasValue}", SetRule{[wanted](const Data& data) -> SetCheck {
                return [id_in_data = data.terms().find(wanted)](TermId, std::span<const TermId> values, Failures& failures) {
                  if (!std::binary_search(values.begin(), values.end(), id_in_data)) failures.add();
                };
              }});
  }
}

}  // namespace entente::shapes::components
