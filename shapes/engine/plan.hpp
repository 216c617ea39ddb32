// Shapes compiled once: everything that does not depend on the data.
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/rdf/graph.hpp"
#include "core/rdf/prefixes.hpp"
#include "shapes/engine/path.hpp"

namespace entente::shapes {

using rdf::Term;
using rdf::TermId;
using ShapeIndex = std::uint32_t;

class Data;       // data.hpp: the data graph as constraints may look at it
class Evaluator;  // evaluator.hpp
struct Batch;     // evaluator.hpp
class Sink;       // evaluator.hpp
struct Component; // registry.hpp

// What a constraint may look at decides its kind. Each kind is a function that is given the data once, looks
// up its constants there, and gives the check that threads then share.

// One value alone. True: the value is fine.
using ValueCheck = std::function<bool(TermId value)>;
struct ValueRule {
  std::function<ValueCheck(const rdf::Dictionary& terms)> bind;
};

// One value and the data graph.
struct DataRule {
  std::function<ValueCheck(const Data& data)> bind;
};

// All values of one focus node, and the data graph.
class Failures;  // evaluator.hpp: where a SetCheck puts what it finds
using SetCheck = std::function<void(TermId focus, std::span<const TermId> values, Failures& failures)>;
struct SetRule {
  std::function<SetCheck(const Data& data)> bind;
};

// How many values a focus node has, no more.
struct CountRule {
  std::uint64_t least = 0;
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  bool holds(std::uint64_t count) const { return count >= least && count <= most; }
};

// Other shapes: a whole batch with the evaluator at hand.
using ShapeCheck = std::function<void(Evaluator& evaluator, const Batch& batch, Sink& sink)>;
struct ShapeRule {
  ShapeCheck check;
};

using Rule = std::variant<ValueRule, DataRule, SetRule, CountRule, ShapeRule>;

struct Constraint {
  const Component* component = nullptr;  // nullptr: a SPARQL-based component, see component_iri
  Term component_iri;
  std::vector<std::pair<std::string, Term>> parameters;  // local name and value, for messages and --explain
  std::vector<ShapeIndex> shapes;                         // that it refers to
  std::string message;                                    // default sentence, "{name}" for parameters
  std::optional<Term> source;                             // sh:sourceConstraint (SPARQL constraints)
  std::vector<Term> messages;                             // own sh:message (SPARQL), before the shape's
  bool results_of_shapes = false;                         // sh:property: the other shape's results are the results
  Rule rule;
};

// The last two are of the 1.2 draft: nodes that name the shape with sh:shape, nodes that conform to `where`.
enum class TargetKind : std::uint8_t { Node, Class, ImplicitClass, SubjectsOf, ObjectsOf, Named, Where };
struct Target {
  TargetKind kind;
  Term term;
  ShapeIndex where = 0;
};

struct Shape {
  Term id;                       // the node in the shapes graph
  Place place;                   // where it is declared, if known
  std::optional<Path> path;      // property shapes
  Term severity;                 // sh:Violation by default
  std::vector<Term> messages;    // sh:message
  bool deactivated = false;
  std::vector<Target> targets;
  std::vector<Constraint> constraints;
  bool remember = false;            // worth a memory of which nodes conform
};

// Immutable after compile(); may be used by many threads and for many data graphs.
struct Plan {
  std::vector<Shape> shapes;
  rdf::Graph shapes_graph;
  rdf::PrefixMap prefixes;          // for messages
  Term shapes_graph_name;           // for $shapesGraph in SPARQL
  bool wants_shapes_graph = false;  // a SPARQL constraint asks for it
};

}  // namespace entente::shapes
