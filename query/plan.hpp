// The algebra of a parsed query (SPARQL 1.1, section 18).
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "query/query.hpp"
#include "query/var_set.hpp"

namespace entente::query {

struct Function;

// A variable or a constant of a pattern. Blank nodes of patterns are variables whose name starts with "_:".
struct Slot {
  bool is_variable = false;
  VarId variable = 0;
  rdf::Term term;
};

struct Path;
using PathPtr = std::shared_ptr<const Path>;

// Sequences, alternatives and inverses outside closures are expanded into patterns by the parser, so that
// only closures and negated sets are left in `Item::path`; inside closures all kinds occur.
struct Path {
  enum class Kind : std::uint8_t { Link, Inverse, Sequence, Alternative, ZeroOrMore, OneOrMore, ZeroOrOne, Negated };
  Kind kind = Kind::Link;
  rdf::Term link;                          // Link
  std::vector<PathPtr> parts;
  std::vector<rdf::Term> not_forward, not_backward;  // Negated
  bool forward = true, backward = false;   // Negated: which directions are asked at all
};

// subject - predicate or path - object.
struct Item {
  Slot subject, predicate, object;
  PathPtr path;  // null: a triple pattern
};

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;
struct Node;
using NodePtr = std::unique_ptr<Node>;

enum class Op : std::uint8_t {
  Constant, Variable, Or, And, Not, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, NotIn,
  Add, Subtract, Multiply, Divide, Plus, Minus, Call, Bound, If, Coalesce, Exists, NotExists
};

struct Expr {
  Op op = Op::Constant;
  rdf::Term term;             // Constant
  VarId variable = 0;         // Variable, Bound
  std::vector<ExprPtr> args;
  const Function* function = nullptr;  // Call
  NodePtr pattern;            // Exists, NotExists
};

struct SelectPlan;

struct Node {
  enum class Kind : std::uint8_t { Basic, Join, LeftJoin, Union, Minus, Filter, Extend, Values, Graph, Select };
  Kind kind = Kind::Basic;
  std::vector<Item> items;          // Basic; none: the unit pattern
  std::vector<ExprPtr> filters;     // Filter, LeftJoin; also Basic, where filters were pushed down
  std::vector<NodePtr> children;
  VarId variable = 0;               // Extend
  ExprPtr expr;                     // Extend
  Slot graph;                       // Graph
  std::vector<VarId> columns;       // Values
  std::vector<std::vector<rdf::Term>> rows;  // Values, None for UNDEF
  std::unique_ptr<SelectPlan> select;

  // Set by `analyse`.
  VarSet variables;        // may be bound by the pattern
  VarSet certain;          // bound in every solution
  VarSet mentioned;        // used by expressions inside
  bool independent = false;  // must be evaluated on its own and joined
};

struct Aggregate {
  enum class Kind : std::uint8_t { Count, Sum, Min, Max, Avg, Sample, GroupConcat };
  Kind kind = Kind::Count;
  bool distinct = false;
  ExprPtr expr;  // null: COUNT(*)
  std::string separator = " ";
  VarId result = 0;  // hidden variable that stands for it in expressions
};

struct Computed {
  VarId variable = 0;
  ExprPtr expr;  // null: the variable itself
};

struct OrderKey {
  ExprPtr expr;
  bool descending = false;
};

struct SelectPlan {
  NodePtr where;
  bool grouped = false;
  std::vector<Computed> group_by;
  std::vector<Aggregate> aggregates;
  std::vector<ExprPtr> having;
  std::vector<Computed> projection;
  bool star = false;
  bool distinct = false;
  std::vector<OrderKey> order_by;
  std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t offset = 0;
  std::vector<VarId> renamed;  // every AS target, for check_prebinding
};

struct QueryPlan {
  Form form = Form::Select;
  std::vector<std::string> names;      // of variables by VarId; hidden ones start with '.' or "_:"
  std::vector<std::string> projected;  // names of select.projection
  SelectPlan select;
  std::vector<Item> construct;         // template
  bool names_graphs = false;           // GRAPH occurs
};

// Fills in what the evaluator needs to know of each node and moves filters to where they can first be tested.
void analyse(QueryPlan& plan);

}  // namespace entente::query
