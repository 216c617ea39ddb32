#include "query/evaluate/evaluator.hpp"

namespace entente::query {

Evaluator::Evaluator(const QueryPlan& plan, const Source& source, const Limits& limits)
    : plan_(plan), source_(source), limits_(limits), dictionary_(&source.graph.dictionary()) {
  for (const NamedGraph& named : source.named) {
    if (named.graph.dictionary().count() > dictionary_->count()) dictionary_ = &named.graph.dictionary();
  }
  for (const NamedGraph& named : source.named) named_.emplace_back(intern(named.name), &named.graph);
  context_.now = limits.now;
  context_.random_state = limits.seed;
  note_constants(plan.select);
  for (const Item& item : plan.construct) {
    for (const Slot* slot : {&item.subject, &item.predicate, &item.object}) note_constants(*slot);
  }
}

bool Evaluator::fail(const char* message) {
  if (!error_) error_ = Diagnostic{Severity::Error, Code::QueryLimit, {}, message};
  return false;
}

TermId Evaluator::intern(const rdf::TermView& term) {
  if (term.kind == rdf::TermKind::None) return kNoTerm;
  if (const TermId known = dictionary_->find(term); known != kNoTerm) return known;
  if (!local_) local_.emplace(rdf::Dictionary::Iris::Whole);
  return dictionary_->count() + local_->intern(term);
}

rdf::TermView Evaluator::view(TermId id, std::string& buffer) const {
  if (id == kNoTerm) return {};
  return id <= dictionary_->count() ? dictionary_->view(id, buffer) : local_->view(id - dictionary_->count());
}

rdf::Term Evaluator::term(TermId id) const {
  std::string buffer;
  return rdf::Term(view(id, buffer));
}

void Evaluator::note_constants(const Slot& slot) {
  if (!slot.is_variable && slot.term.kind != rdf::TermKind::None) constants_[&slot] = intern(slot.term);
}

void Evaluator::note_constants(const Path& path) {
  if (path.kind == Path::Kind::Link) links_[&path.link] = intern(path.link);
  for (const auto* list : {&path.not_forward, &path.not_backward}) {
    for (const auto& link : *list) links_[&link] = intern(link);
  }
  for (const auto& part : path.parts) note_constants(*part);
}

void Evaluator::note_constants(const Expr& expr) {
  if (expr.op == Op::Constant) {
    constant_exprs_[&expr] = intern(expr.term);
    constant_values_[&expr] = to_value(expr.term);
  }
  for (const auto& arg : expr.args) note_constants(*arg);
  if (expr.pattern) note_constants(*expr.pattern);
}

void Evaluator::note_constants(const Node& node) {
  for (const Item& item : node.items) {
    for (const Slot* slot : {&item.subject, &item.predicate, &item.object}) note_constants(*slot);
    if (item.path) note_constants(*item.path);
  }
  note_constants(node.graph);
  if (node.kind == Node::Kind::Values) {
    auto& rows = value_rows_[&node];
    for (const auto& row : node.rows) {
      rows.emplace_back();
      for (const auto& value : row) rows.back().push_back(intern(value));
    }
  }
  for (const auto& filter : node.filters) note_constants(*filter);
  if (node.expr) note_constants(*node.expr);
  if (node.select) note_constants(*node.select);
  for (const auto& child : node.children) note_constants(*child);
}

void Evaluator::note_constants(const SelectPlan& plan) {
  note_constants(*plan.where);
  for (const auto* list : {&plan.group_by, &plan.projection}) {
    for (const Computed& c : *list) {
      if (c.expr) note_constants(*c.expr);
    }
  }
  for (const auto& aggregate : plan.aggregates) {
    if (aggregate.expr) note_constants(*aggregate.expr);
  }
  for (const auto& expr : plan.having) note_constants(*expr);
  for (const auto& key : plan.order_by) note_constants(*key.expr);
}

}  // namespace entente::query
