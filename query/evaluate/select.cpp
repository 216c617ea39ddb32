// Solution modifiers and the three forms of answer (sections 15, 16 and 18.2.4).
#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "query/evaluate/evaluator.hpp"

namespace entente::query {

// Rows of the pattern or groups, with the SELECT expressions computed.
void Evaluator::solutions(const SelectPlan& plan, Scope& scope, const Graph& graph, FunctionRef<bool(Row&)> sink) {
  const auto extend = [&](Row& row) {
    context_.blanks.clear();
    std::vector<VarId> bound;
    for (const Computed& column : plan.projection) {
      if (!column.expr || row[column.variable] != kNoTerm) continue;
      const Value v = value(*column.expr, row, graph);
      if (v.is_error()) continue;
      row[column.variable] = intern(to_term(v));
      bound.push_back(column.variable);
    }
    const bool more = sink(row);
    for (const VarId v : bound) row[v] = kNoTerm;
    return more && !error_;
  };
  if (plan.grouped) return group(plan, scope, graph, extend);
  Row row = scope.seed;
  run(*plan.where, scope, graph, row, [&] { return extend(row); });
}

void Evaluator::sort(const SelectPlan& plan, Table& table, const Graph& graph) {
  const std::size_t keys = plan.order_by.size();
  std::vector<Value> values;
  values.reserve(table.rows * keys);
  for (std::size_t i = 0; i < table.rows; ++i) {
    const Row row(table.row(i), table.row(i) + table.width);
    for (const OrderKey& key : plan.order_by) values.push_back(value(*key.expr, row, graph));
  }
  std::vector<std::size_t> places(table.rows);
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    for (std::size_t k = 0; k < keys; ++k) {
      const int c = order(values[a * keys + k], values[b * keys + k]);
      if (c != 0) return plan.order_by[k].descending ? c > 0 : c < 0;
    }
    return false;
  });
  std::vector<TermId> cells;
  cells.reserve(table.cells.size());
  for (const std::size_t place : places) cells.insert(cells.end(), table.row(place), table.row(place) + table.width);
  table.cells = std::move(cells);
}

void Evaluator::select(const SelectPlan& plan, Scope& scope, const Graph& graph, FunctionRef<bool(const Row&)> sink) {
  std::unordered_set<std::string> seen;
  std::uint64_t skipped = 0;
  std::uint64_t given = 0;
  const auto deliver = [&](const Row& row) {
    if (plan.distinct) {
      std::string key;
      for (const Computed& column : plan.projection) {
        key.append(reinterpret_cast<const char*>(&row[column.variable]), sizeof(TermId));
      }
      if (!seen.insert(std::move(key)).second) return true;
      if (++held_ > limits_.rows) return fail("The query holds more rows than its limit");
    }
    if (skipped < plan.offset) return ++skipped, true;
    if (given >= plan.limit) return false;
    ++given;
    return sink(row) && given < plan.limit;
  };
  if (plan.limit == 0) return;
  if (plan.order_by.empty()) return solutions(plan, scope, graph, [&](Row& row) { return deliver(row); });
  Table table;
  solutions(plan, scope, graph, [&](Row& row) { return grow(table, row); });
  if (error_) return;
  sort(plan, table, graph);
  Row row;
  for (std::size_t i = 0; i < table.rows; ++i) {
    row.assign(table.row(i), table.row(i) + table.width);
    if (!deliver(row)) return;
  }
}

std::vector<rdf::Quad> Evaluator::construct(Scope& scope) {
  std::vector<rdf::Quad> triples;
  std::uint64_t number = 0;
  select(plan_.select, scope, source_.graph, [&](const Row& row) {
    ++number;
    const auto part = [&](const Slot& slot) {
      if (!slot.is_variable || plan_.names[slot.variable][0] != '_') return term(id_of(slot, row));
      return rdf::blank("c" + std::to_string(number) + "v" + std::to_string(slot.variable));
    };
    for (const Item& item : plan_.construct) {
      rdf::Quad quad;
      quad.subject = part(item.subject);
      quad.predicate = part(item.predicate);
      quad.object = part(item.object);
      const bool legal = (quad.subject.view().is_iri() || quad.subject.view().is_blank()) && quad.predicate.view().is_iri() &&
                         quad.object.kind != rdf::TermKind::None;
      if (legal) triples.push_back(std::move(quad));
    }
    return triples.size() <= limits_.rows || fail("The query holds more rows than its limit");
  });
  std::sort(triples.begin(), triples.end());
  triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
  return triples;
}

Result<Answer> Evaluator::answer(const std::vector<Binding>& prebound) {
  prebound_.assign(plan_.names.size(), kNoTerm);
  for (const Binding& binding : prebound) {
    const auto at = std::find(plan_.names.begin(), plan_.names.end(), binding.variable);
    if (at != plan_.names.end()) prebound_[static_cast<std::size_t>(at - plan_.names.begin())] = intern(binding.value);
  }
  Scope scope;
  scope.seed = prebound_;
  Answer out;
  out.form = plan_.form;
  if (plan_.form == Form::Construct) {
    out.triples = construct(scope);
  } else if (plan_.form == Form::Ask) {
    select(plan_.select, scope, source_.graph, [&](const Row&) { return out.boolean = true, false; });
  } else {
    out.variables = plan_.projected;
    select(plan_.select, scope, source_.graph, [&](const Row& row) {
      if (++held_ > limits_.rows) return fail("The query holds more rows than its limit");
      out.rows.emplace_back();
      for (const Computed& column : plan_.select.projection) out.rows.back().push_back(term(row[column.variable]));
      return true;
    });
  }
  if (error_) return *error_;
  return out;
}

Result<Answer> evaluate(const Query& query, const Source& source, const std::vector<Binding>& prebound, const Limits& limits) {
  return Evaluator(query.plan(), source, limits).answer(prebound);
}

}  // namespace entente::query
