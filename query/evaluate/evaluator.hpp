// Private: evaluation of one query by nested loops over the graph's indexes, driven by callbacks.
#pragma once

#include <map>
#include <optional>
#include <unordered_map>

#include "core/rdf/graph.hpp"
#include "query/function_ref.hpp"
#include "query/functions.hpp"
#include "query/plan.hpp"

namespace entente::query {

using rdf::Graph;
using rdf::kNoTerm;
using rdf::TermId;

// Values of all variables of the query, kNoTerm where unbound.
using Row = std::vector<TermId>;
using Emit = FunctionRef<bool()>;            // the row is complete; false: no more wanted
using Visit = FunctionRef<bool(TermId)>;

struct Table {
  std::size_t width = 0;
  std::size_t rows = 0;
  std::vector<TermId> cells;
  const TermId* row(std::size_t i) const { return cells.data() + i * width; }
};

// Solutions of a pattern evaluated alone, with look-ups by values of some of its variables.
struct JoinTable {
  Table table;
  std::map<std::vector<VarId>, std::unordered_multimap<std::uint64_t, std::size_t>> indexes;
};

// What a part of a query starts from: the empty row, pre-bound variables, or for EXISTS the row outside.
struct Scope {
  Row seed;
  std::map<std::pair<const Node*, const Graph*>, JoinTable> tables;
};

class Evaluator {
 public:
  Evaluator(const QueryPlan& plan, const Source& source, const Limits& limits);
  Result<Answer> answer(const std::vector<Binding>& prebound);

 private:
  // Terms (terms.cpp)
  TermId intern(const rdf::TermView& term);
  rdf::TermView view(TermId id, std::string& buffer) const;
  rdf::Term term(TermId id) const;
  TermId id_of(const Slot& slot, const Row& row) const { return slot.is_variable ? row[slot.variable] : constants_.at(&slot); }
  void note_constants(const Node& node);
  void note_constants(const Expr& expr);
  void note_constants(const SelectPlan& plan);
  void note_constants(const Path& path);
  void note_constants(const Slot& slot);

  // Patterns (patterns.cpp); false: stop
  bool run(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit);
  bool run_node(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit);
  bool run_join(const Node& node, std::size_t child, Scope& scope, const Graph& graph, Row& row, Emit emit);
  bool run_left_join(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit);
  bool run_minus(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit);
  bool run_extend(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit);
  bool run_values(const Node& node, Row& row, Emit emit);
  bool run_graph(const Node& node, Scope& scope, Row& row, Emit emit);
  bool run_alone(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit);
  JoinTable& alone(const Node& node, Scope& scope, const Graph& graph);
  std::vector<std::size_t> candidates(JoinTable& join, const VarSet& certain, const Row& row);
  bool join_row(const TermId* values, const VarSet& variables, Row& row, Emit emit);
  bool bind(VarId variable, TermId value, Row& row, Emit emit);
  bool pass(const std::vector<ExprPtr>& filters, const Row& row, const Graph& graph);

  // Basic patterns (basic.cpp)
  struct BasicPlan {
    std::vector<std::size_t> order;
    std::vector<std::vector<const Expr*>> filters;  // tested after each item; [0] before all
  };
  bool run_basic(const Node& node, const Graph& graph, Row& row, Emit emit);
  const BasicPlan& basic_plan(const Node& node, const Graph& graph, const Row& row);
  BasicPlan make_plan(const Node& node, const Graph& graph, const Row& row);
  double cost(const Item& item, const Graph& graph, const Row& row, const VarSet& later) const;
  bool run_items(const Node& node, const BasicPlan& plan, std::size_t depth, const Graph& graph, Row& row, Emit emit);
  bool match(const Item& item, const Graph& graph, Row& row, Emit emit);
  bool bind_triple(const Item& item, const rdf::Triple& triple, Row& row, Emit emit);

  // Paths (paths.cpp)
  bool match_path(const Item& item, const Graph& graph, Row& row, Emit emit);
  bool walk(const Path& path, const Graph& graph, TermId from, bool forward, Visit visit);
  bool walk_sequence(const Path& path, std::size_t done, const Graph& graph, TermId from, bool forward, Visit visit);
  bool walk_closure(const Path& path, const Graph& graph, TermId from, bool forward, Visit visit);
  bool walk_negated(const Path& path, const Graph& graph, TermId from, bool forward, Visit visit);
  bool each_source(const Path& path, const Graph& graph, bool forward, Visit visit);
  TermId link_id(const rdf::Term& link) const { return links_.at(&link); }

  // Expressions (expressions.cpp)
  Value value(const Expr& expr, const Row& row, const Graph& graph);
  Value value_of(TermId id) const;
  std::optional<bool> test(const Expr& expr, const Row& row, const Graph& graph);
  Value logical(const Expr& expr, const Row& row, const Graph& graph);
  Value relation(const Expr& expr, const Row& row, const Graph& graph);
  Value membership(const Expr& expr, const Row& row, const Graph& graph);
  Value call(const Expr& expr, const Row& row, const Graph& graph);
  bool exists(const Node& pattern, const Row& row, const Graph& graph);
  TermId simple_id(const Expr& expr, const Row& row) const;

  // Solutions (select.cpp, group.cpp)
  void select(const SelectPlan& plan, Scope& scope, const Graph& graph, FunctionRef<bool(const Row&)> sink);
  void solutions(const SelectPlan& plan, Scope& scope, const Graph& graph, FunctionRef<bool(Row&)> sink);
  void group(const SelectPlan& plan, Scope& scope, const Graph& graph, FunctionRef<bool(Row&)> sink);
  void sort(const SelectPlan& plan, Table& table, const Graph& graph);
  std::vector<rdf::Quad> construct(Scope& scope);

  bool step() { return ++steps_ <= limits_.steps || fail("The query took more than its limit of steps"); }
  bool fail(const char* message);
  bool grow(Table& table, const Row& row);

  const QueryPlan& plan_;
  const Source& source_;
  const Limits& limits_;
  const rdf::Dictionary* dictionary_;
  std::optional<rdf::Dictionary> local_;  // made when first needed; ids go on after the dictionary's
  std::unordered_map<const Slot*, TermId> constants_;
  std::unordered_map<const rdf::Term*, TermId> links_;
  std::unordered_map<const Expr*, TermId> constant_exprs_;
  std::unordered_map<const Expr*, Value> constant_values_;
  std::map<const Node*, std::vector<std::vector<TermId>>> value_rows_;
  std::vector<std::pair<TermId, const Graph*>> named_;
  std::map<std::tuple<const Node*, const Graph*, std::string>, BasicPlan> basic_plans_;
  Row prebound_;
  CallContext context_;
  std::uint64_t steps_ = 0;
  std::uint64_t held_ = 0;
  std::optional<Diagnostic> error_;
};

}  // namespace entente::query
