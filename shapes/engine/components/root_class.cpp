// sh:rootClass (SHACL 1.2 draft): each value is the class or a subclass of it; of one class, where a list is given.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {
namespace {

ValueCheck bind_roots(const std::vector<Term>& roots, const Data& data) {
  std::vector<TermId> classes;
  for (const Term& root : roots) {
    const auto below = data.subclasses_of(root);
    classes.insert(classes.end(), below.begin(), below.end());
    if (const TermId id = data.terms().find(root)) classes.push_back(id);
  }
  std::sort(classes.begin(), classes.end());
  return [classes, &terms = data.terms()](TermId value) {
    return terms.kind(value) == rdf::TermKind::Iri && std::binary_search(classes.begin(), classes.end(), value);
  };
}

}  // namespace

void root_class(ShapeScope& scope) {
  for (const auto& roots : scope.alternatives(sh12::rootClass)) {
    scope.add({{"rootClass", scope.either(roots)}}, "Value is not {rootClass} or a subclass of it",
              DataRule{[roots](const Data& data) { return bind_roots(roots, data); }});
  }
}

}  // namespace entente::shapes::components
