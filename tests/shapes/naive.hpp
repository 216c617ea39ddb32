// SHACL Core read off the specification, without indexes, batches or memory: what the engine is checked against.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/rdf/graph.hpp"

namespace entente::tests {

struct NaiveResult {
  rdf::Term focus;
  std::string path;  // SPARQL text, "" if none
  rdf::Term value;   // kind None if none
  std::string component;
  rdf::Term shape;
  std::string severity;
  friend auto operator<=>(const NaiveResult&, const NaiveResult&) = default;
};

// Knows: targets by node and class; all path forms; class, datatype (no lexical check), nodeKind, minCount, maxCount,
// min/maxInclusive and lessThan(OrEquals) over xsd:integer, min/maxLength of ASCII, in, hasValue, equals, disjoint,
// uniqueLang, closed, not, and, or, xone, node, property, qualified counts with disjointness, deactivated, severity.
std::multiset<NaiveResult> naive_validate(const rdf::Graph& data, const rdf::Graph& shapes);

}  // namespace entente::tests
