// SPARQL 1.1 queries over read-only graphs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/rdf/graph.hpp"
#include "core/rdf/prefixes.hpp"

namespace entente::query {

struct QueryPlan;  // query/plan.hpp

enum class Form : std::uint8_t { Select, Ask, Construct };

// A parsed query. Immutable, cheap to copy, may be evaluated from many threads at once.
class Query {
 public:
  Form form() const;
  const std::vector<std::string>& variables() const;  // projected, in order; empty unless Select
  bool names_graphs() const;                           // GRAPH occurs, so Source::named matters
  const QueryPlan& plan() const { return *plan_; }
  explicit Query(std::shared_ptr<const QueryPlan> plan) : plan_(std::move(plan)) {}

 private:
  std::shared_ptr<const QueryPlan> plan_;
};

struct ParseOptions {
  std::string base;         // for relative IRIs, until BASE
  std::string source;       // named in diagnostics
  std::string path;         // SHACL: SPARQL text of the property path that `$PATH` in predicate position stands for
  unsigned max_depth = 200; // of brackets and groups
};

// SELECT, ASK and CONSTRUCT of SPARQL 1.1 Query; FROM is read and ignored. DESCRIBE, SERVICE and updates are
// refused. Prefixes declared in the text win over `prefixes`. QU001 with line and column (in bytes).
Result<Query> parse(std::string_view text, const rdf::PrefixMap& prefixes, const ParseOptions& options = {});

// What SHACL-SPARQL (appendix A, "Pre-binding of Variables") forbids when the variables `names` (without ? or $)
// are potentially pre-bound: MINUS, VALUES, SERVICE, AS ?name for one of them, and a sub-SELECT that does not
// project all of them (shapesGraph and currentShape excepted). QU003.
Result<Done> check_prebinding(const Query& query, const std::vector<std::string>& names);

struct NamedGraph {
  rdf::Term name;
  rdf::Graph graph;
};

// What a query is asked of. The ids of all graphs must be comparable: each graph is built over the one before
// it (rdf::GraphBuilder(base)), or shares its dictionary.
struct Source {
  rdf::Graph graph;  // the default graph
  std::vector<NamedGraph> named;
};

struct Binding {
  std::string variable;  // without ? or $
  rdf::Term value;
};

struct Limits {
  std::uint64_t steps = 2'000'000'000;  // triples and rows looked at
  std::uint64_t rows = 5'000'000;       // held by all tables and the answer together
  std::string now;                      // xsd:dateTime for NOW(); empty: NOW() is an error
  std::uint64_t seed = 0;               // of RAND(), UUID(), STRUUID(): the same seed, the same answer
};

// Solutions in the query's order (ORDER BY; otherwise an order that depends only on query and data).
struct Answer {
  Form form = Form::Select;
  bool boolean = false;                        // Ask
  std::vector<std::string> variables;          // Select: columns
  std::vector<std::vector<rdf::Term>> rows;    // Select: TermKind::None where unbound
  std::vector<rdf::Quad> triples;              // Construct: distinct, in the order of terms, graph None
};

// `prebound` joins each basic pattern, path and GRAPH as SHACL's appendix A says; a pre-bound variable that
// a SELECT projects comes back with its value. QU002 if a limit is passed.
Result<Answer> evaluate(const Query& query, const Source& source, const std::vector<Binding>& prebound = {},
                        const Limits& limits = {});

}  // namespace entente::query
