// sh:datatype (SHACL 4.1.2): each value is a literal of the datatype and well formed for it.
#include "core/rdf/vocabulary.hpp"
#include "core/rdf/xsd.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {
namespace {

ValueCheck bind_datatype(const Term& type, const rdf::Dictionary& terms) {
  std::vector<char> fits(terms.group_count());  // which groups of terms have the datatype
  for (rdf::GroupId group = 0; group < fits.size(); ++group) {
    const rdf::TermGroup& shared = terms.group_at(group);
    fits[group] = shared.kind == rdf::TermKind::Literal && shared.datatype == type.value;
  }
  const rdf::LexicalCheck check = rdf::lexical_check(type.value);
  return [fits = std::move(fits), check, &terms](TermId value) {
    return fits[terms.group(value)] != 0 && (check == nullptr || check(terms.rest(value)));
  };
}

}  // namespace

void datatype(ShapeScope& scope) {
  if (!scope.single(vocab::sh::datatype)) return;
  for (const Term& type : scope.iris(vocab::sh::datatype)) {
    scope.add({{"datatype", type}}, "Value is not a well-formed literal of type {datatype}",
              ValueRule{[type](const rdf::Dictionary& terms) { return bind_datatype(type, terms); }});
  }
}

}  // namespace entente::shapes::components
