// SHACL-SPARQL (SHACL 5 and 6): sh:sparql constraints and SPARQL-based constraint components.
#pragma once

#include "query/query.hpp"
#include "shapes/engine/compiler.hpp"

namespace entente::shapes {

// A query of the shapes graph: sh:select or sh:ask of one node, with the prefixes it names.
struct SparqlText {
  TermId node = rdf::kNoTerm;
  bool ask = false;
  std::string text;
  rdf::PrefixMap prefixes;
  std::vector<Term> messages;  // sh:message of the node
};

struct SparqlParameter {
  std::string name;  // local name of its path: the variable
  Term path;
  bool optional = false;
};

struct SparqlComponent {
  Term iri;
  std::vector<SparqlParameter> parameters;
  std::optional<SparqlText> node_validator, property_validator, validator;
  std::vector<Term> labels;  // sh:labelTemplate
};

// Adds the shape's sh:sparql constraints and those of SPARQL-based components whose parameters it has.
void compile_sparql(Compiler& compiler, Source& source, TermId node, Shape& shape);

// SHACL instances of sh:ConstraintComponent that have validators; ill-formed ones are refused.
std::vector<SparqlComponent> read_sparql_components(Compiler& compiler, Source& source);

// The query at `node`, or a refusal. `section` of the specification that demands it.
std::optional<SparqlText> read_sparql(Source& source, TermId node, std::string_view section);

// A constraint that runs the query for each focus node (SELECT) or each value (ASK), with $this, $value and the
// parameters pre-bound. False if the query is refused.
bool add_query(Compiler& compiler, Source& source, Shape& shape, const SparqlText& query, Constraint constraint,
               const std::vector<std::string>& parameter_names, std::string_view section);

}  // namespace entente::shapes
