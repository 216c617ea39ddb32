// GROUP BY and aggregates (sections 11 and 18.5.1).
#include <unordered_set>

#include "query/evaluate/evaluator.hpp"

namespace entente::query {
namespace {

using Kind = Aggregate::Kind;

struct State {
  std::int64_t count = 0;
  bool error = false;
  Value value;  // sum, extreme or sample
  std::string text;
  std::unordered_set<TermId> seen;  // DISTINCT
};

void take(const Aggregate& aggregate, const Value& v, State& state) {
  const bool first = state.count++ == 0;
  switch (aggregate.kind) {
    case Kind::Count: break;
    case Kind::Sum:
    case Kind::Avg: state.value = first ? add(integer_value(0), v) : add(state.value, v); break;
    case Kind::Min:
      if (first || order(v, state.value) < 0) state.value = v;
      break;
    case Kind::Max:
      if (first || order(v, state.value) > 0) state.value = v;
      break;
    case Kind::Sample:
      if (first) state.value = v;
      break;
    case Kind::GroupConcat:
      if (!first) state.text += aggregate.separator;
      state.text += to_term(v).value;
      state.error = state.error || !v.is_literal() || state.text.size() > kMaxText;
      break;
  }
}

Value finish(const Aggregate& aggregate, const State& state) {
  if (state.error) return error_value();
  switch (aggregate.kind) {
    case Kind::Count: return integer_value(state.count);
    case Kind::Sum: return state.count == 0 ? integer_value(0) : state.value;
    case Kind::Avg: return state.count == 0 ? integer_value(0) : divide(state.value, integer_value(state.count));
    case Kind::GroupConcat: return string_value(state.text);
    default: return state.count == 0 ? error_value() : state.value;
  }
}

// Errors make a sum or mean an error; the other aggregates leave them out.
bool counts_errors(Kind kind) { return kind == Kind::Sum || kind == Kind::Avg; }

}  // namespace

void Evaluator::group(const SelectPlan& plan, Scope& scope, const Graph& graph, FunctionRef<bool(Row&)> sink) {
  struct Group {
    Row row;
    std::vector<State> states;
    std::unordered_set<std::string> rows;  // COUNT(DISTINCT *)
  };
  std::unordered_map<std::string, std::size_t> index;
  std::vector<Group> groups;
  const auto group_of = [&](const Row& keys) -> Group& {
    const std::string key(reinterpret_cast<const char*>(keys.data()), keys.size() * sizeof(TermId));
    const auto [at, fresh] = index.try_emplace(key, groups.size());
    if (fresh) {
      if (++held_ > limits_.rows) fail("The query holds more rows than its limit");
      groups.emplace_back();
      groups.back().row = keys;
      groups.back().states.resize(plan.aggregates.size());
    }
    return groups[at->second];
  };
  Row row = scope.seed;
  run(*plan.where, scope, graph, row, [&] {
    Row keys = scope.seed;
    for (const Computed& key : plan.group_by) {
      const Value v = key.expr ? value(*key.expr, row, graph) : error_value();
      keys[key.variable] = key.expr ? (v.is_error() ? kNoTerm : intern(to_term(v))) : row[key.variable];
    }
    Group& into = group_of(keys);
    for (std::size_t i = 0; i < plan.aggregates.size(); ++i) {
      const Aggregate& aggregate = plan.aggregates[i];
      State& state = into.states[i];
      if (!aggregate.expr) {
        const bool fresh = !aggregate.distinct || into.rows.emplace(reinterpret_cast<const char*>(row.data()), row.size() * sizeof(TermId)).second;
        state.count += static_cast<std::int64_t>(fresh);
        continue;
      }
      const Value v = value(*aggregate.expr, row, graph);
      if (v.is_error()) {
        state.error = state.error || counts_errors(aggregate.kind);
      } else if (!aggregate.distinct || state.seen.insert(intern(to_term(v))).second) {
        take(aggregate, v, state);
      }
    }
    return !error_.has_value();
  });
  if (groups.empty() && plan.group_by.empty()) group_of(scope.seed);
  for (Group& one : groups) {
    for (std::size_t i = 0; i < plan.aggregates.size(); ++i) {
      const Value v = finish(plan.aggregates[i], one.states[i]);
      one.row[plan.aggregates[i].result] = v.is_error() ? kNoTerm : intern(to_term(v));
    }
    if (pass(plan.having, one.row, graph) && !sink(one.row)) return;
  }
}

}  // namespace entente::query
