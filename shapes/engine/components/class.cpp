// sh:class (SHACL 4.1.1): each value is a SHACL instance of the class; in the 1.2 draft, of one class of a list.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {
namespace {

ValueCheck bind_class(const std::vector<Term>& types, const Data& data) {
  std::vector<const IdSet*> sets;
  for (const Term& type : types) sets.push_back(&data.instances_of(type));
  if (sets.size() == 1) return [&instances = *sets[0]](TermId value) { return instances.contains(value); };
  return [sets](TermId value) { return std::any_of(sets.begin(), sets.end(), [&](const IdSet* set) { return set->contains(value); }); };
}

}  // namespace

void class_(ShapeScope& scope) {
  for (const auto& types : scope.alternatives(vocab::sh::class_)) {
    scope.add({{"class", scope.either(types)}}, "Value is not an instance of {class}",
              DataRule{[types](const Data& data) { return bind_class(types, data); }});
  }
}

}  // namespace entente::shapes::components
