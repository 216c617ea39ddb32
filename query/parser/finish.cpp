// What the grammar's notes demand of a finished SELECT, and the entry point.
#include <algorithm>

#include "query/parser/parser.hpp"

namespace entente::query {
namespace {

// Variables of an expression that are not inside an aggregate (those were replaced by hidden ones).
void collect(const Expr& expr, VarSet& out) {
  if (expr.op == Op::Variable || expr.op == Op::Bound) out.add(expr.variable);
  for (const auto& arg : expr.args) collect(*arg, out);
}

// Variables in scope of a pattern (section 18.2.1).
void in_scope(const Node& node, VarSet& out) {
  const auto slot = [&](const Slot& s) {
    if (s.is_variable) out.add(s.variable);
  };
  for (const Item& item : node.items) {
    slot(item.subject);
    if (!item.path) slot(item.predicate);
    slot(item.object);
  }
  slot(node.graph);
  for (const VarId v : node.columns) out.add(v);
  if (node.kind == Node::Kind::Extend) out.add(node.variable);
  if (node.select) {
    for (const Computed& c : node.select->projection) out.add(c.variable);
  }
  const std::size_t visible = node.kind == Node::Kind::Minus ? 1 : node.children.size();
  for (std::size_t i = 0; i < visible; ++i) in_scope(*node.children[i], out);
}

std::pair<std::uint64_t, std::uint64_t> place_of(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  const auto line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const auto start = before.rfind('\n');
  return {line, at - (start == std::string_view::npos ? 0 : start + 1) + 1};
}

}  // namespace

void Parser::finish(SelectPlan& plan, bool top) {
  VarSet scope;
  in_scope(*plan.where, scope);
  if (!plan.aggregates.empty()) plan.grouped = true;
  if (plan.star) {
    if (plan.grouped) fail("SELECT * cannot be grouped");
    for (VarId v = 0; v < plan_.names.size(); ++v) {
      if (scope.has(v) && plan_.names[v][0] != '.' && plan_.names[v][0] != '_') plan.projection.push_back({v, nullptr});
    }
  }
  VarSet fresh = scope;
  VarSet keys;
  for (const Computed& key : plan.group_by) keys.add(key.variable);
  for (const Aggregate& aggregate : plan.aggregates) keys.add(aggregate.result);
  for (const Computed& column : plan.projection) {
    if (column.expr && fresh.has(column.variable)) fail("AS ?" + plan_.names[column.variable] + ": the variable is in use");
    VarSet used;
    if (column.expr) collect(*column.expr, used);
    if (!column.expr) used.add(column.variable);
    if (plan.grouped && !used.within(keys)) fail("SELECT uses a variable that is neither grouped nor aggregated");
    if (column.expr) {
      fresh.add(column.variable);
      keys.add(column.variable);
    }
  }
  if (!top) return;
  for (const Computed& column : plan.projection) plan_.projected.push_back(plan_.names[column.variable]);
}

Result<Query> parse(std::string_view text, const rdf::PrefixMap& prefixes, const ParseOptions& options) {
  const auto error = [&](std::size_t at, std::string message) {
    const auto [line, column] = place_of(text, at);
    return Diagnostic{Severity::Error, Code::QuerySyntax, {options.source, line, column, {}}, std::move(message)};
  };
  if (text.size() > (std::size_t{1} << 20)) return error(0, "Query is longer than a mebibyte");
  try {
    auto plan = std::make_shared<QueryPlan>(Parser(text, prefixes, options).query());
    analyse(*plan);
    return Query(std::move(plan));
  } catch (const Fault& fault) {
    return error(fault.at, fault.message);
  }
}

bool Query::names_graphs() const { return plan_->names_graphs; }
Form Query::form() const { return plan_->form; }
const std::vector<std::string>& Query::variables() const { return plan_->projected; }

}  // namespace entente::query
