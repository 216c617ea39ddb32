#include "emit/check.hpp"

namespace entente::emit {

using rdf::TermKind;

std::string_view misplaced(TermKind subject, TermKind predicate, TermKind object, TermKind graph, bool graphs) {
  if (subject != TermKind::Iri && subject != TermKind::Blank) return "A subject must be an IRI or a blank node";
  if (predicate != TermKind::Iri) return "A predicate must be an IRI";
  if (object == TermKind::None) return "An object is missing";
  if (graph == TermKind::Literal) return "A graph name must be an IRI or a blank node";
  if (!graphs && graph != TermKind::None) return "This syntax holds no named graphs; use TriG or N-Quads";
  return {};
}

Diagnostic misplaced_quad(std::string_view why, const rdf::QuadView& q) {
  return {Severity::Error, Code::RdfBadQuad, {}, std::string(why) + ": " + rdf::to_ntriples(q.subject) + " " + rdf::to_ntriples(q.predicate)};
}

bool accept(const rdf::QuadView& q, bool graphs, Output& output) {
  if (output.failed()) return false;
  if (const auto why = misplaced(q.subject.kind, q.predicate.kind, q.object.kind, q.graph.kind, graphs); !why.empty()) {
    output.fail(misplaced_quad(why, q));
    return false;
  }
  for (const auto* term : {&q.subject, &q.predicate, &q.object, &q.graph}) {
    if (auto fault = rdf::find_fault(*term)) {
      output.fail(std::move(*fault));
      return false;
    }
  }
  return true;
}

}  // namespace entente::emit
