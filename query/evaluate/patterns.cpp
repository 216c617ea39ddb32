#include <algorithm>

#include "query/evaluate/evaluator.hpp"

namespace entente::query {
namespace {

using Kind = Node::Kind;

std::uint64_t hash_of(const std::vector<VarId>& columns, const TermId* row) {
  std::uint64_t h = 0;
  for (const VarId v : columns) h = (h ^ row[v]) * 0x9E3779B97F4A7C15ULL + (h >> 29);
  return h;
}

bool compatible(const TermId* a, const Row& b, const VarSet& variables) {
  for (VarId v = 0; v < b.size(); ++v) {
    if (a[v] != kNoTerm && b[v] != kNoTerm && a[v] != b[v] && variables.has(v)) return false;
  }
  return true;
}

}  // namespace

bool Evaluator::grow(Table& table, const Row& row) {
  if (++held_ > limits_.rows) return fail("The query holds more rows than its limit");
  table.width = row.size();
  table.cells.insert(table.cells.end(), row.begin(), row.end());
  ++table.rows;
  return true;
}

bool Evaluator::pass(const std::vector<ExprPtr>& filters, const Row& row, const Graph& graph) {
  for (const auto& filter : filters) {
    if (!test(*filter, row, graph).value_or(false)) return false;
  }
  return true;
}

bool Evaluator::run(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit) {
  return node.independent ? run_alone(node, scope, graph, row, emit) : run_node(node, scope, graph, row, emit);
}

bool Evaluator::run_node(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit) {
  switch (node.kind) {
    case Kind::Basic: return run_basic(node, graph, row, emit);
    case Kind::Join: return run_join(node, 0, scope, graph, row, emit);
    case Kind::LeftJoin: return run_left_join(node, scope, graph, row, emit);
    case Kind::Union:
      for (const auto& child : node.children) {
        if (!run(*child, scope, graph, row, emit)) return false;
      }
      return true;
    case Kind::Minus: return run_minus(node, scope, graph, row, emit);
    case Kind::Filter:
      return run(*node.children[0], scope, graph, row, [&] { return !pass(node.filters, row, graph) || emit(); });
    case Kind::Extend: return run_extend(node, scope, graph, row, emit);
    case Kind::Values: return run_values(node, row, emit);
    case Kind::Graph: return run_graph(node, scope, row, emit);
    case Kind::Select: break;  // always alone
  }
  return true;
}

bool Evaluator::run_join(const Node& node, std::size_t child, Scope& scope, const Graph& graph, Row& row, Emit emit) {
  if (child == node.children.size()) return emit();
  return run(*node.children[child], scope, graph, row, [&] { return run_join(node, child + 1, scope, graph, row, emit); });
}

bool Evaluator::run_left_join(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit) {
  return run(*node.children[0], scope, graph, row, [&] {
    bool any = false;
    const bool more = run(*node.children[1], scope, graph, row, [&] {
      if (!pass(node.filters, row, graph)) return !error_.has_value();
      any = true;
      return emit();
    });
    return any || !more ? more : emit();
  });
}

// Removes rows that agree with a row of the right side on at least one variable that both bind; variables of
// the scope's seed count as constants.
bool Evaluator::run_minus(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit) {
  const Node& right = *node.children[1];
  JoinTable& join = alone(right, scope, graph);
  return run(*node.children[0], scope, graph, row, [&] {
    for (const std::size_t i : candidates(join, right.certain, row)) {
      if (!step()) return false;
      const TermId* other = join.table.row(i);
      bool shared = false;
      for (VarId v = 0; v < row.size() && !shared; ++v) {
        shared = other[v] != kNoTerm && row[v] != kNoTerm && scope.seed[v] == kNoTerm;
      }
      if (shared && compatible(other, row, right.variables)) return true;
    }
    return emit();
  });
}

bool Evaluator::bind(VarId variable, TermId value, Row& row, Emit emit) {
  if (value == kNoTerm || row[variable] == value) return emit();
  if (row[variable] != kNoTerm) return true;
  row[variable] = value;
  const bool more = emit();
  row[variable] = kNoTerm;
  return more;
}

bool Evaluator::run_extend(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit) {
  return run(*node.children[0], scope, graph, row, [&] {
    context_.blanks.clear();
    const Value result = value(*node.expr, row, graph);
    return bind(node.variable, result.is_error() ? kNoTerm : intern(to_term(result)), row, emit);
  });
}

bool Evaluator::run_values(const Node& node, Row& row, Emit emit) {
  const Row before = row;
  for (const auto& values : value_rows_.at(&node)) {
    if (!step()) return false;
    bool fits = true;
    for (std::size_t i = 0; i < values.size() && fits; ++i) {
      TermId& cell = row[node.columns[i]];
      fits = values[i] == kNoTerm || cell == kNoTerm || cell == values[i];
      if (fits && values[i] != kNoTerm) cell = values[i];
    }
    const bool more = !fits || emit();
    for (const VarId v : node.columns) row[v] = before[v];
    if (!more) return false;
  }
  return true;
}

bool Evaluator::run_graph(const Node& node, Scope& scope, Row& row, Emit emit) {
  const TermId wanted = id_of(node.graph, row);
  for (const auto& [name, graph] : named_) {
    if (wanted != kNoTerm && wanted != name) continue;
    const TermId id = name;
    const bool more = run(*node.children[0], scope, *graph, row, [&] {
      return node.graph.is_variable ? bind(node.graph.variable, id, row, emit) : emit();
    });
    if (!more) return false;
  }
  return true;
}

JoinTable& Evaluator::alone(const Node& node, Scope& scope, const Graph& graph) {
  const auto [at, fresh] = scope.tables.try_emplace({&node, &graph});
  if (!fresh) return at->second;
  JoinTable& join = at->second;
  Row row = scope.seed;
  join.table.width = row.size();
  if (node.kind != Kind::Select) {
    run_node(node, scope, graph, row, [&] { return grow(join.table, row); });
    return join;
  }
  // Variables that a sub-SELECT does not project are its own; pre-bound ones hold everywhere.
  Scope inner;
  inner.seed = prebound_;
  for (const Computed& column : node.select->projection) inner.seed[column.variable] = scope.seed[column.variable];
  select(*node.select, inner, graph, [&](const Row& solution) {
    Row visible(solution.size(), kNoTerm);
    for (const Computed& column : node.select->projection) visible[column.variable] = solution[column.variable];
    return grow(join.table, visible);
  });
  return join;
}

// Rows of the table that may agree with `row`: found by hash of the variables that both surely bind.
std::vector<std::size_t> Evaluator::candidates(JoinTable& join, const VarSet& certain, const Row& row) {
  std::vector<VarId> columns;
  for (VarId v = 0; v < row.size(); ++v) {
    if (row[v] != kNoTerm && certain.has(v)) columns.push_back(v);
  }
  std::vector<std::size_t> found;
  if (columns.empty()) {
    for (std::size_t i = 0; i < join.table.rows; ++i) found.push_back(i);
    return found;
  }
  const auto [at, fresh] = join.indexes.try_emplace(columns);
  if (fresh) {
    for (std::size_t i = 0; i < join.table.rows; ++i) at->second.emplace(hash_of(columns, join.table.row(i)), i);
  }
  const auto [first, last] = at->second.equal_range(hash_of(columns, row.data()));
  for (auto it = first; it != last; ++it) found.push_back(it->second);
  std::sort(found.begin(), found.end());
  return found;
}

bool Evaluator::run_alone(const Node& node, Scope& scope, const Graph& graph, Row& row, Emit emit) {
  JoinTable& join = alone(node, scope, graph);
  if (error_) return false;
  for (const std::size_t i : candidates(join, node.certain, row)) {
    if (!step()) return false;
    if (!join_row(join.table.row(i), node.variables, row, emit)) return false;
  }
  return true;
}

bool Evaluator::join_row(const TermId* values, const VarSet& variables, Row& row, Emit emit) {
  if (!compatible(values, row, variables)) return true;
  std::vector<VarId> bound;
  for (VarId v = 0; v < row.size(); ++v) {
    if (row[v] != kNoTerm || values[v] == kNoTerm || !variables.has(v)) continue;
    row[v] = values[v];
    bound.push_back(v);
  }
  const bool more = emit();
  for (const VarId v : bound) row[v] = kNoTerm;
  return more;
}

}  // namespace entente::query
