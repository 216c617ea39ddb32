// sh:maxLength (SHACL 4.4.2): each value has at most so many characters (Unicode code points); blank nodes have none.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/length.hpp"

namespace entente::shapes::components {

void max_length(ShapeScope& scope) {
  const auto limit = scope.count(vocab::sh::maxLength);
  if (!limit) return;
  scope.add({{"maxLength", scope.term(*scope.single(vocab::sh::maxLength))}}, "Value is longer than " + counted(*limit, "character"), ValueRule{[limit = *limit](const rdf::Dictionary& terms) -> ValueCheck {
              return [limit, &terms](TermId value) {
                const auto length = length_of(terms, value);
                return length && *length <= limit;
              };
            }});
}

}  // namespace entente::shapes::components
