// The checking layer before every writer.
#pragma once

#include "core/rdf/term.hpp"
#include "emit/output.hpp"

namespace entente::emit {

// Why terms of these kinds make no RDF 1.1 quad, or nothing. `graphs`: the syntax holds named graphs.
std::string_view misplaced(rdf::TermKind subject, rdf::TermKind predicate, rdf::TermKind object, rdf::TermKind graph, bool graphs);
Diagnostic misplaced_quad(std::string_view why, const rdf::QuadView& quad);

// True if the quad may be written; otherwise the first fault is latched in `output`.
bool accept(const rdf::QuadView& quad, bool graphs, Output& output);

}  // namespace entente::emit
