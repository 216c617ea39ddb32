// SHACL, appendix A: what a query with pre-bound variables may not hold.
#include <algorithm>

#include "query/plan.hpp"

namespace entente::query {
namespace {

class Check {
 public:
  Check(const QueryPlan& plan, const std::vector<std::string>& names) : plan_(plan), names_(names) {}

  std::string fault(const SelectPlan& select, bool top) {
    for (const VarId v : select.renamed) rename(v);
    if (!top) projects_all(select);
    for (const auto& column : select.projection) expr(column.expr);
    for (const auto& having : select.having) expr(having);
    for (const auto& key : select.order_by) expr(key.expr);
    for (const auto& key : select.group_by) expr(key.expr);
    for (const auto& aggregate : select.aggregates) expr(aggregate.expr);
    node(*select.where);
    return fault_;
  }

 private:
  void say(std::string text) {
    if (fault_.empty()) fault_ = std::move(text);
  }

  bool is_prebound(const std::string& name) const { return std::find(names_.begin(), names_.end(), name) != names_.end(); }

  void rename(VarId v) {
    if (is_prebound(plan_.names[v])) say("AS ?" + plan_.names[v] + " re-binds a pre-bound variable");
  }

  void projects_all(const SelectPlan& select) {
    for (const auto& name : names_) {
      if (name == "shapesGraph" || name == "currentShape" || name == "PATH") continue;
      const bool there = std::any_of(select.projection.begin(), select.projection.end(),
                                     [&](const Computed& c) { return plan_.names[c.variable] == name; });
      if (!there) say("A sub-SELECT does not return the pre-bound variable ?" + name);
    }
  }

  void expr(const ExprPtr& e) {
    if (!e) return;
    if (e->pattern) node(*e->pattern);
    for (const auto& arg : e->args) expr(arg);
  }

  void node(const Node& n) {
    if (n.kind == Node::Kind::Minus) say("MINUS is not allowed where variables are pre-bound");
    if (n.kind == Node::Kind::Values) say("VALUES is not allowed where variables are pre-bound");
    if (n.kind == Node::Kind::Extend) rename(n.variable);
    if (n.select) fault(*n.select, false);
    for (const auto& filter : n.filters) expr(filter);
    expr(n.expr);
    for (const auto& child : n.children) node(*child);
  }

  const QueryPlan& plan_;
  const std::vector<std::string>& names_;
  std::string fault_;
};

}  // namespace

Result<Done> check_prebinding(const Query& query, const std::vector<std::string>& names) {
  auto fault = Check(query.plan(), names).fault(query.plan().select, true);
  if (fault.empty()) return Done{};
  return Diagnostic{Severity::Error, Code::QueryPrebinding, {}, std::move(fault)};
}

}  // namespace entente::query
