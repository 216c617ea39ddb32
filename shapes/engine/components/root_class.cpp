// sh:rootClass (SHACL 1.2 draft): each value is the class or a subclass of it.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {

void root_class(ShapeScope& scope) {
  for (const Term& root : scope.iris(sh12::rootClass)) {
    scope.add({{"rootClass", root}}, "Value is not {rootClass} or a subclass of it", DataRule{[root](const Data& data) -> ValueCheck {
                auto classes = data.subclasses_of(root);
                if (const TermId id = data.terms().find(root)) classes.push_back(id);
                std::sort(classes.begin(), classes.end());
                return [classes](TermId value) { return std::binary_search(classes.begin(), classes.end(), value); };
              }});
  }
}

}  // namespace entente::shapes::components
