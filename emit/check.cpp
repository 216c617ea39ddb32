#include "emit/check.hpp"

namespace entente::emit {
namespace {

using rdf::TermKind;

// Why the quad is no RDF 1.1 quad, or nothing.
std::string_view misplaced(const rdf::QuadView& q, bool graphs) {
  if (!q.subject.is_iri() && !q.subject.is_blank()) return "A subject must be an IRI or a blank node";
  if (!q.predicate.is_iri()) return "A predicate must be an IRI";
  if (q.object.kind == TermKind::None) return "An object is missing";
  if (q.graph.kind == TermKind::Literal) return "A graph name must be an IRI or a blank node";
  if (!graphs && q.graph.kind != TermKind::None) return "This syntax holds no named graphs; use TriG or N-Quads";
  return {};
}

}  // namespace

bool accept(const rdf::QuadView& q, bool graphs, bool trusted, Output& output) {
  if (output.failed()) return false;
  if (const auto why = misplaced(q, graphs); !why.empty()) {
    output.fail({Severity::Error, Code::RdfBadQuad, {}, std::string(why) + ": " + rdf::to_ntriples(q.subject) + " " +
                 rdf::to_ntriples(q.predicate)});
    return false;
  }
  if (trusted) return true;
  for (const auto* term : {&q.subject, &q.predicate, &q.object, &q.graph}) {
    if (auto fault = rdf::find_fault(*term)) {
      output.fail(std::move(*fault));
      return false;
    }
  }
  return true;
}

}  // namespace entente::emit
