// sh:minLength (SHACL 4.4.1): each value has at least so many characters (Unicode code points); blank nodes have none.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/length.hpp"

namespace entente::shapes::components {

void min_length(ShapeScope& scope) {
  const auto limit = scope.count(vocab::sh::minLength);
  if (!limit) return;
  scope.add({{"minLength", scope.term(*scope.single(vocab::sh::minLength))}}, "Value is shorter than " + counted(*limit, "character"), ValueRule{[limit = *limit](const rdf::Dictionary& terms) -> ValueCheck {
              return [limit, &terms](TermId value) {
                const auto length = length_of(terms, value);
                return length && *length >= limit;
              };
            }});
}

}  // namespace entente::shapes::components
