// Why a node conforms to a shape or does not, and what a validation never looked at.
#pragma once

#include "core/rdf/prefixes.hpp"
#include "shapes/engine/validator.hpp"

namespace entente::shapes {

// Each constraint of the shape on the node with the values it sees and its verdict, nested shapes below it;
// also what passes. SH008 if the plan has no such shape. The node need not be a target of it, nor in the data.
Result<std::string> explain(const Plan& plan, const rdf::Graph& data, const Term& node, const Term& shape,
                            const rdf::PrefixMap& prefixes, const ValidateOptions& options = {});

struct ShapeUse {
  std::uint32_t shape = 0;      // in Plan::shapes
  std::uint64_t targets = 0;    // focus nodes by its own targets
  std::uint64_t focus = 0;      // nodes validated against it, also as a nested shape; a node counts each time
  std::uint64_t values = 0;     // value nodes its constraints saw
};

struct Coverage {
  std::vector<ShapeUse> shapes;
  std::uint64_t triples = 0;
  std::uint64_t touched = 0;                                           // by a path or a class target
  std::vector<std::pair<Term, std::uint64_t>> untouched_by_predicate;  // most first
};

// validate(), and what it looked at. Slower. Triples that only a SPARQL query or a class test reads do not count.
Result<Report> validate_with_coverage(const Plan& plan, const rdf::Graph& data, const ValidateOptions& options, Coverage& coverage);

std::string to_text(const Coverage& coverage, const Plan& plan, const rdf::PrefixMap& prefixes);

}  // namespace entente::shapes
