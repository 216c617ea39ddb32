// sh:class (SHACL 4.1.1): each value is a SHACL instance of the class.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

void class_(ShapeScope& scope) {
  for (const Term& type : scope.iris(vocab::sh::class_)) {
    scope.add({{"class", type}}, "Value is not an instance of {class}", DataRule{[type](const Data& data) -> ValueCheck {
                const IdSet& instances = data.instances_of(type);
                return [&instances](TermId value) { return instances.contains(value); };
              }});
  }
}

}  // namespace entente::shapes::components
