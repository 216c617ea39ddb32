// sh:maxListLength (SHACL 1.2 draft): each value is a list with at most so many members.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {

void max_list_length(ShapeScope& scope) {
  const auto limit = scope.count(sh12::maxListLength);
  if (!limit) return;
  scope.add({{"maxListLength", scope.term(*scope.single(sh12::maxListLength))}}, "Value is no list, or one with more than " + counted(*limit, "member"),
            DataRule{[limit = *limit](const Data& data) -> ValueCheck {
              return [limit, list = ListReader(data.graph())](TermId value) {
                const auto members = list(value);
                return members && members->size() <= limit;
              };
            }});
}

}  // namespace entente::shapes::components
