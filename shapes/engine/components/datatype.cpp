// sh:datatype (SHACL 4.1.2): each value is a literal of the datatype and well formed for it; in the 1.2 draft, of one
// datatype of a list.
#include "core/rdf/vocabulary.hpp"
#include "core/rdf/xsd.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {
namespace {

ValueCheck bind_datatype(const std::vector<Term>& types, const rdf::Dictionary& terms) {
  struct Fit {
    bool datatype = false;
    rdf::LexicalCheck check = nullptr;
  };
  std::vector<Fit> fits(terms.group_count());  // of each group of terms
  for (rdf::GroupId group = 0; group < fits.size(); ++group) {
    const rdf::TermGroup& shared = terms.group_at(group);
    for (const Term& type : types) {
      if (shared.kind == rdf::TermKind::Literal && shared.datatype == type.value) fits[group] = {true, rdf::lexical_check(type.value)};
    }
  }
  return [fits = std::move(fits), &terms](TermId value) {
    const Fit& fit = fits[terms.group(value)];
    return fit.datatype && (fit.check == nullptr || fit.check(terms.rest(value)));
  };
}

}  // namespace

void datatype(ShapeScope& scope) {
  if (!scope.single(vocab::sh::datatype)) return;
  for (const auto& types : scope.alternatives(vocab::sh::datatype)) {
    scope.add({{"datatype", scope.either(types)}}, "Value is not a well-formed literal of type {datatype}",
              ValueRule{[types](const rdf::Dictionary& terms) { return bind_datatype(types, terms); }});
  }
}

}  // namespace entente::shapes::components
