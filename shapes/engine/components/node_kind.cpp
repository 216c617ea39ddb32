// sh:nodeKind (SHACL 4.1.3): each value is of the kind; in the 1.2 draft, of one kind of a list.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {
namespace {

constexpr unsigned bit(rdf::TermKind kind) { return 1U << static_cast<unsigned>(kind); }
constexpr unsigned kIri = bit(rdf::TermKind::Iri);
constexpr unsigned kBlank = bit(rdf::TermKind::Blank);
constexpr unsigned kLiteral = bit(rdf::TermKind::Literal);

unsigned mask_of(std::string_view kind) {
  namespace sh = vocab::sh;
  if (kind == sh::IRI) return kIri;
  if (kind == sh::BlankNode) return kBlank;
  if (kind == sh::Literal) return kLiteral;
  if (kind == sh::BlankNodeOrIRI) return kBlank | kIri;
  if (kind == sh::BlankNodeOrLiteral) return kBlank | kLiteral;
  return kind == sh::IRIOrLiteral ? kIri | kLiteral : 0;
}

}  // namespace

void node_kind(ShapeScope& scope) {
  if (!scope.single(vocab::sh::nodeKind)) return;
  const auto given = scope.alternatives(vocab::sh::nodeKind);
  if (given.empty()) return;
  unsigned mask = 0;
  for (const Term& kind : given[0]) {
    if (mask_of(kind.value) == 0) {
      return scope.refuse(vocab::sh::nodeKind, "must be one of sh:IRI, sh:BlankNode, sh:Literal, sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral, sh:IRIOrLiteral");
    }
    mask |= mask_of(kind.value);
  }
  scope.add({{"nodeKind", scope.either(given[0])}}, "Value is not of node kind {nodeKind}", ValueRule{[mask](const rdf::Dictionary& terms) -> ValueCheck {
              return [mask, &terms](TermId value) { return ((mask >> static_cast<unsigned>(terms.kind(value))) & 1U) != 0; };
            }});
}

}  // namespace entente::shapes::components
