// Reports for people and tools.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "core/base/diagnostics.hpp"
#include "core/rdf/graph.hpp"
#include "core/rdf/prefixes.hpp"
#include "shapes/engine/plan.hpp"
#include "shapes/engine/report.hpp"

namespace entente::shapes {

struct WriteOptions {
  rdf::PrefixMap prefixes;              // for IRIs in texts
  std::size_t limit = 0;                // results told of each shape in texts; 0: all
  std::vector<Place> places;            // of each result, as locate() gives them; may be empty
  const rdf::Graph* data = nullptr;     // for the sentence and rule behind our own data's focus nodes
};

// Results by shape and cause with counts; the first `limit` of each shape.
std::string to_text(const Report& report, const Plan& plan, const WriteOptions& options);
// One object: conforms, counts, results with all their parts (terms as in SPARQL's JSON results).
std::string to_json(const Report& report, const Plan& plan, const WriteOptions& options);
// SARIF 2.1.0: one rule for each shape and component.
std::string to_sarif(const Report& report, const Plan& plan, const WriteOptions& options);

// "ex:Shape", or for a blank node its place among named ones: "ex:Shape / ex:path".
std::string shape_name(const Plan& plan, ShapeIndex shape, const rdf::PrefixMap& prefixes);
std::string term_text(const rdf::TermView& term, const rdf::PrefixMap& prefixes);
// The results that to_text tells with this limit, by index.
std::vector<std::size_t> told_results(const Report& report, std::size_t limit);

}  // namespace entente::shapes
