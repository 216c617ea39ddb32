// sh:uniqueMembers (SHACL 1.2 draft, lists): each value is a list, and one without repeated members if it is true.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {
namespace {

// Members that occur more than once, each once.
std::vector<TermId> repeated(std::vector<TermId> members) {
  std::sort(members.begin(), members.end());
  std::vector<TermId> out;
  for (std::size_t i = 1; i < members.size(); ++i) {
    if (members[i] == members[i - 1] && (out.empty() || out.back() != members[i])) out.push_back(members[i]);
  }
  return out;
}

}  // namespace

void unique_members(ShapeScope& scope) {
  const auto unique = scope.boolean(sh12::uniqueMembers);
  if (!unique) return;
  scope.add({}, *unique ? "Value is no list, or one with a repeated member" : "Value is no list", SetRule{[unique = *unique](const Data& data) -> SetCheck {
              return [unique, list = ListReader(data.graph())](TermId, std::span<const TermId> values, Failures& failures) {
                for (const TermId value : values) {
                  auto members = list(value);
                  if (!members) failures.add(value);
                  else if (unique) add_with_members(value, repeated(std::move(*members)), failures);
                }
              };
            }});
}

}  // namespace entente::shapes::components
