// sh:uniqueMembers (SHACL 1.2 draft): each value is a list without repeated members.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {

void unique_members(ShapeScope& scope) {
  if (!scope.boolean(sh12::uniqueMembers).value_or(false)) return;
  scope.add({}, "Value is no list, or one with a repeated member", DataRule{[](const Data& data) -> ValueCheck {
              return [list = ListReader(data.graph())](TermId value) {
                auto members = list(value);
                if (!members) return false;
                std::sort(members->begin(), members->end());
                return std::adjacent_find(members->begin(), members->end()) == members->end();
              };
            }});
}

}  // namespace entente::shapes::components
