// Whether two sets of triples are the same up to the names of blank nodes.
#pragma once

#include <vector>

#include "core/rdf/term.hpp"

namespace entente::tests {

struct Statement {
  rdf::Term subject, predicate, object;
  friend auto operator<=>(const Statement&, const Statement&) = default;
};

bool isomorphic(std::vector<Statement> a, std::vector<Statement> b);

}  // namespace entente::tests
