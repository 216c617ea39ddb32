// Basic graph patterns: items ordered by what the indexes say about their size, then nested loops.
#include <cmath>

#include "query/evaluate/evaluator.hpp"

namespace entente::query {
namespace {

// Calls visit(Triple) -> bool for each match; false if the visit stopped.
template <typename VisitTriple>
bool scan(const Graph& g, TermId s, TermId p, TermId o, VisitTriple visit) {
  using rdf::Triple;
  if (s != kNoTerm && p != kNoTerm && o != kNoTerm) return !g.contains(s, p, o) || visit(Triple{s, p, o});
  if (s != kNoTerm && o != kNoTerm) {
    for (const auto& t : g.with_subject_object(s, o)) {
      if (!visit(Triple{s, t.predicate, o})) return false;
    }
  } else if (s != kNoTerm) {
    for (const auto& t : p != kNoTerm ? g.with_subject_predicate(s, p) : g.with_subject(s)) {
      if (!visit(Triple{s, t.predicate, t.object})) return false;
    }
  } else if (p != kNoTerm) {
    for (const auto& t : o != kNoTerm ? g.with_predicate_object(p, o) : g.with_predicate(p)) {
      if (!visit(Triple{t.subject, p, t.object})) return false;
    }
  } else if (o != kNoTerm) {
    for (const auto& t : g.with_object(o)) {
      if (!visit(Triple{t.subject, t.predicate, o})) return false;
    }
  } else {
    for (TermId subject = 1; subject <= g.term_count(); ++subject) {
      for (const auto& t : g.with_subject(subject)) {
        if (!visit(Triple{subject, t.predicate, t.object})) return false;
      }
    }
  }
  return true;
}

double count(const Graph& g, TermId s, TermId p, TermId o) {
  if (s != kNoTerm && p != kNoTerm && o != kNoTerm) return g.contains(s, p, o) ? 1 : 0;
  if (s != kNoTerm && o != kNoTerm) return static_cast<double>(g.with_subject_object(s, o).size());
  if (s != kNoTerm) return static_cast<double>((p != kNoTerm ? g.with_subject_predicate(s, p) : g.with_subject(s)).size());
  if (p != kNoTerm) return static_cast<double>((o != kNoTerm ? g.with_predicate_object(p, o) : g.with_predicate(p)).size());
  if (o != kNoTerm) return static_cast<double>(g.with_object(o).size());
  return static_cast<double>(g.size());
}

void add_variables(const Item& item, VarSet& out) {
  for (const Slot* slot : {&item.subject, &item.predicate, &item.object}) {
    if (slot->is_variable) out.add(slot->variable);
  }
}

void mention(const Expr& expr, VarSet& out) {
  if (expr.op == Op::Variable || expr.op == Op::Bound) out.add(expr.variable);
  for (const auto& arg : expr.args) mention(*arg, out);
}

}  // namespace

// Matches of one item when the variables of `later` have values that are not known yet: a bound subject is
// taken to leave few matches, a bound object the root of them.
double Evaluator::cost(const Item& item, const Graph& graph, const Row& row, const VarSet& later) const {
  const auto known = [&](const Slot& slot) { return slot.is_variable ? row[slot.variable] : constants_.at(&slot); };
  const auto soon = [&](const Slot& slot) { return slot.is_variable && row[slot.variable] == kNoTerm && later.has(slot.variable); };
  const TermId s = known(item.subject);
  const TermId o = known(item.object);
  const bool s_bound = s != kNoTerm || soon(item.subject);
  const bool o_bound = o != kNoTerm || soon(item.object);
  if (item.path) {
    const auto all = static_cast<double>(graph.size());
    return s_bound && o_bound ? 8 : s_bound || o_bound ? 64 + std::sqrt(all) : all * 8 + 1e6;
  }
  double size = count(graph, s, known(item.predicate), o);
  if (size == 0) return 0;
  if (soon(item.predicate)) size = std::sqrt(size);
  if (soon(item.subject)) size = 1 + std::pow(size, 0.2);
  if (soon(item.object)) size = soon(item.subject) ? size * 0.5 : 1 + std::sqrt(size);
  bool joined = false;
  for (const Slot* slot : {&item.subject, &item.predicate, &item.object}) joined = joined || soon(*slot);
  return joined || later.empty() ? size : size * 1000;  // products last
}

Evaluator::BasicPlan Evaluator::make_plan(const Node& node, const Graph& graph, const Row& row) {
  BasicPlan plan;
  VarSet own;
  for (const Item& item : node.items) add_variables(item, own);
  std::vector<std::pair<const Expr*, VarSet>> waiting;
  for (const auto& filter : node.filters) {
    VarSet used;
    mention(*filter, used);
    used.keep(own);
    waiting.emplace_back(filter.get(), used);
  }
  VarSet bound, later;
  for (VarId v = 0; v < row.size(); ++v) {
    if (row[v] != kNoTerm) bound.add(v);
  }
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < node.items.size(); ++i) left.push_back(i);
  while (true) {
    plan.filters.emplace_back();
    for (auto& [filter, used] : waiting) {
      if (filter == nullptr || !used.within(bound)) continue;
      plan.filters.back().push_back(filter);
      filter = nullptr;
    }
    if (left.empty()) return plan;
    std::size_t best = 0;
    double least = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
      const double c = left.size() == 1 ? 0 : cost(node.items[left[i]], graph, row, later);
      if (i == 0 || c < least) {
        best = i;
        least = c;
      }
    }
    plan.order.push_back(left[best]);
    add_variables(node.items[left[best]], bound);
    add_variables(node.items[left[best]], later);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
  }
}

// One plan for each set of variables that are bound at the start.
const Evaluator::BasicPlan& Evaluator::basic_plan(const Node& node, const Graph& graph, const Row& row) {
  std::string key(row.size(), '0');
  for (VarId v = 0; v < row.size(); ++v) {
    if (row[v] != kNoTerm && node.variables.has(v)) key[v] = '1';
  }
  const auto [at, fresh] = basic_plans_.try_emplace(std::tuple(&node, &graph, std::move(key)));
  if (fresh) at->second = make_plan(node, graph, row);
  return at->second;
}

bool Evaluator::run_basic(const Node& node, const Graph& graph, Row& row, Emit emit) {
  if (node.items.empty()) return !pass(node.filters, row, graph) || emit();
  if (node.items.size() == 1 && node.filters.empty()) return match(node.items[0], graph, row, emit);
  return run_items(node, basic_plan(node, graph, row), 0, graph, row, emit);
}

bool Evaluator::run_items(const Node& node, const BasicPlan& plan, std::size_t depth, const Graph& graph, Row& row, Emit emit) {
  for (const Expr* filter : plan.filters[depth]) {
    if (!test(*filter, row, graph).value_or(false)) return !error_.has_value();
  }
  if (depth == plan.order.size()) return emit();
  return match(node.items[plan.order[depth]], graph, row,
               [&] { return run_items(node, plan, depth + 1, graph, row, emit); });
}

bool Evaluator::bind_triple(const Item& item, const rdf::Triple& triple, Row& row, Emit emit) {
  const std::pair<const Slot*, TermId> parts[] = {
      {&item.subject, triple.subject}, {&item.predicate, triple.predicate}, {&item.object, triple.object}};
  VarId bound[3];
  int count_bound = 0;
  bool fits = true;
  for (const auto& [slot, id] : parts) {
    if (!slot->is_variable) continue;
    TermId& cell = row[slot->variable];
    if (cell == kNoTerm) {
      cell = id;
      bound[count_bound++] = slot->variable;
    } else if (cell != id) {
      fits = false;
      break;
    }
  }
  const bool more = !fits || emit();
  while (count_bound > 0) row[bound[--count_bound]] = kNoTerm;
  return more;
}

bool Evaluator::match(const Item& item, const Graph& graph, Row& row, Emit emit) {
  if (item.path) return match_path(item, graph, row, emit);
  return scan(graph, id_of(item.subject, row), id_of(item.predicate, row), id_of(item.object, row),
              [&](const rdf::Triple& triple) { return step() && bind_triple(item, triple, row, emit); });
}

}  // namespace entente::query
