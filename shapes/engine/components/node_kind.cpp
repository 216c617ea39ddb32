// sh:nodeKind (SHACL 4.1.3): each value is of one of the kinds.
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
  const auto id = scope.single(vocab::sh::nodeKind);
  if (!id) return;
  const Term kind = scope.term(*id);
  const unsigned mask = mask_of(kind.value);
  if (mask == 0) return scope.refuse(vocab::sh::nodeKind, "must be one of sh:IRI, sh:BlankNode, sh:Literal, sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral, sh:IRIOrLiteral");
  scope.add({{"nodeKind", kind}}, "Value is not of node kind {nodeKind}", ValueRule{[mask](const rdf::Dictionary& terms) -> ValueCheck {
              return [mask, &terms](TermId value) { return ((mask >> static_cast<unsigned>(terms.kind(value))) & 1U) != 0; };
            }});
}

}  // namespace entente::shapes::components
