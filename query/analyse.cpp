// Which variables a pattern binds, where filters can first be tested, and which patterns may be evaluated with
// the bindings of what stands before them (the others are evaluated alone and joined by hashing).
#include "query/plan.hpp"

namespace entente::query {
namespace {

using Kind = Node::Kind;

void measure(Node& node);
void measure(SelectPlan& plan);

void mention(Expr& expr, VarSet& out) {
  if (expr.op == Op::Variable || expr.op == Op::Bound) out.add(expr.variable);
  for (const auto& arg : expr.args) mention(*arg, out);
  if (expr.pattern) {
    measure(*expr.pattern);
    out.add(expr.pattern->variables);
    out.add(expr.pattern->mentioned);
  }
}

bool has_pattern(const Expr& expr) {
  if (expr.pattern) return true;
  for (const auto& arg : expr.args) {
    if (has_pattern(*arg)) return true;
  }
  return false;
}

void add_slot(const Slot& slot, VarSet& out) {
  if (slot.is_variable) out.add(slot.variable);
}

void measure_leaf(Node& node) {
  for (const Item& item : node.items) {
    add_slot(item.subject, node.variables);
    add_slot(item.predicate, node.variables);
    add_slot(item.object, node.variables);
  }
  for (const VarId v : node.columns) node.variables.add(v);
  node.certain = node.variables;
  if (node.kind != Kind::Values) return;
  node.certain = {};
  for (std::size_t i = 0; i < node.columns.size(); ++i) {
    bool always = true;
    for (const auto& row : node.rows) always = always && row[i].kind != rdf::TermKind::None;
    if (always) node.certain.add(node.columns[i]);
  }
}

void measure_select(Node& node) {
  measure(*node.select);
  for (const Computed& column : node.select->projection) {
    node.variables.add(column.variable);
    if (!column.expr && !node.select->grouped && node.select->where->certain.has(column.variable)) node.certain.add(column.variable);
  }
}

void measure_inner(Node& node) {
  for (const auto& child : node.children) measure(*child);
  Node& first = *node.children[0];
  node.variables = first.variables;
  node.certain = first.certain;
  node.mentioned = first.mentioned;
  for (std::size_t i = 1; i < node.children.size() && node.kind != Kind::Minus; ++i) {
    const Node& other = *node.children[i];
    node.variables.add(other.variables);
    node.mentioned.add(other.mentioned);
    if (node.kind == Kind::Join) node.certain.add(other.certain);
    if (node.kind == Kind::Union) node.certain.keep(other.certain);
  }
  if (node.kind == Kind::Extend) node.variables.add(node.variable);
  if (node.kind == Kind::Graph && node.graph.is_variable) {
    node.variables.add(node.graph.variable);
    node.certain.add(node.graph.variable);
  }
}

void measure(Node& node) {
  node.variables = node.certain = node.mentioned = {};
  if (node.kind == Kind::Select) {
    measure_select(node);
  } else if (node.children.empty()) {
    measure_leaf(node);
  } else {
    measure_inner(node);
  }
  for (const auto& filter : node.filters) mention(*filter, node.mentioned);
  if (node.expr) mention(*node.expr, node.mentioned);
}

void measure(SelectPlan& plan) {
  measure(*plan.where);
  VarSet ignored;
  for (auto& key : plan.group_by) {
    if (key.expr) mention(*key.expr, ignored);
  }
  for (auto& aggregate : plan.aggregates) {
    if (aggregate.expr) mention(*aggregate.expr, ignored);
  }
  for (auto& expr : plan.having) mention(*expr, ignored);
  for (auto& column : plan.projection) {
    if (column.expr) mention(*column.expr, ignored);
  }
  for (auto& key : plan.order_by) mention(*key.expr, ignored);
}

// Moves the filter into the deepest pattern that binds `needed` for certain; false if none takes it.
bool sink(Node& node, ExprPtr& filter, const VarSet& needed) {
  if (!needed.within(node.certain)) return false;
  switch (node.kind) {
    case Kind::Basic:
      if (node.items.empty()) return false;
      node.filters.push_back(std::move(filter));
      return true;
    case Kind::Join:
      for (auto& child : node.children) {
        if (sink(*child, filter, needed)) return true;
      }
      return false;
    case Kind::LeftJoin:
    case Kind::Minus:
    case Kind::Extend:
    case Kind::Filter:
    case Kind::Graph: return sink(*node.children[0], filter, needed);
    default: return false;
  }
}

void sink_filters(Node& node);

void sink_filters(SelectPlan& plan) { sink_filters(*plan.where); }

void sink_filters(Node& node) {
  if (node.select) sink_filters(*node.select);
  for (auto& child : node.children) sink_filters(*child);
  if (node.kind != Kind::Filter) return;
  std::vector<ExprPtr> kept;
  for (auto& filter : node.filters) {
    VarSet used;
    mention(*filter, used);
    // What this pattern never binds has one value throughout: pre-bound or unbound.
    if (has_pattern(*filter) || !sink(*node.children[0], filter, used & node.children[0]->variables)) {
      kept.push_back(std::move(filter));
    }
  }
  node.filters = std::move(kept);
}

void place(SelectPlan& plan);

void place_patterns(Expr& expr);

// `outer`: variables that may be bound before this pattern is evaluated.
void place(Node& node, const VarSet& outer) {
  VarSet seen = outer;
  const auto alone = [&](const VarSet& risky, const VarSet& certain) {
    if ((risky & outer).within(certain)) return;
    node.independent = true;
    seen = {};
  };
  VarSet own;  // what this node's own expressions use
  for (auto& filter : node.filters) {
    mention(*filter, own);
    place_patterns(*filter);
  }
  if (node.expr) {
    mention(*node.expr, own);
    place_patterns(*node.expr);
  }
  switch (node.kind) {
    case Kind::Basic:
    case Kind::Filter: alone(own, node.certain); break;
    case Kind::LeftJoin:
      alone(node.children[1]->variables, node.children[0]->certain);
      if (!node.independent) alone(own, node.children[0]->certain | node.children[1]->certain);
      break;
    case Kind::Minus: alone(node.children[1]->variables, node.children[0]->certain); break;
    case Kind::Extend:
      own.add(node.variable);
      alone(own, node.children[0]->certain);
      break;
    case Kind::Select:
      node.independent = true;
      place(*node.select);
      break;
    default: break;
  }
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const bool apart = node.kind == Kind::Minus && i == 1;
    place(*node.children[i], apart ? VarSet{} : seen);
    if (node.kind != Kind::Union) seen.add(node.children[i]->variables);
  }
}

// An EXISTS gets the whole row as if pre-bound, so nothing is outside of it.
void place_patterns(Expr& expr) {
  if (expr.pattern) {
    sink_filters(*expr.pattern);
    measure(*expr.pattern);
    place(*expr.pattern, {});
  }
  for (auto& arg : expr.args) place_patterns(*arg);
}

void place(SelectPlan& plan) {
  place(*plan.where, {});
  for (auto& key : plan.group_by) {
    if (key.expr) place_patterns(*key.expr);
  }
  for (auto& aggregate : plan.aggregates) {
    if (aggregate.expr) place_patterns(*aggregate.expr);
  }
  for (auto& expr : plan.having) place_patterns(*expr);
  for (auto& column : plan.projection) {
    if (column.expr) place_patterns(*column.expr);
  }
  for (auto& key : plan.order_by) place_patterns(*key.expr);
}

}  // namespace

void analyse(QueryPlan& plan) {
  measure(plan.select);
  sink_filters(plan.select);
  measure(plan.select);
  place(plan.select);
}

}  // namespace entente::query
