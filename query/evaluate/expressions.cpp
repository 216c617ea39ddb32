// Expressions over one row; an Error value is SPARQL's type error.
#include "query/evaluate/evaluator.hpp"

namespace entente::query {
namespace {

Value to_boolean(const std::optional<bool>& result) { return result ? boolean_value(*result) : error_value(); }

std::optional<bool> negation(const std::optional<bool>& v) {
  if (!v) return std::nullopt;
  return !*v;
}

}  // namespace

Value Evaluator::value_of(TermId id) const {
  std::string buffer;
  return id == kNoTerm ? error_value() : to_value(view(id, buffer));
}

std::optional<bool> Evaluator::test(const Expr& expr, const Row& row, const Graph& graph) {
  if (!step()) return std::nullopt;
  return truth(value(expr, row, graph));
}

// The term of a variable or constant, without decoding its value.
TermId Evaluator::simple_id(const Expr& expr, const Row& row) const {
  if (expr.op == Op::Variable) return row[expr.variable];
  return expr.op == Op::Constant ? constant_exprs_.at(&expr) : kNoTerm;
}

Value Evaluator::value(const Expr& expr, const Row& row, const Graph& graph) {
  const auto arg = [&](std::size_t i) { return value(*expr.args[i], row, graph); };
  switch (expr.op) {
    case Op::Constant: return constant_values_.at(&expr);
    case Op::Variable: return value_of(row[expr.variable]);
    case Op::Or:
    case Op::And:
    case Op::Not: return logical(expr, row, graph);
    case Op::In:
    case Op::NotIn: return membership(expr, row, graph);
    case Op::Add: return add(arg(0), arg(1));
    case Op::Subtract: return subtract(arg(0), arg(1));
    case Op::Multiply: return multiply(arg(0), arg(1));
    case Op::Divide: return divide(arg(0), arg(1));
    case Op::Plus: {
      Value v = arg(0);
      return v.is_numeric() ? v : error_value();
    }
    case Op::Minus: return negate(arg(0));
    case Op::Call: return call(expr, row, graph);
    case Op::Bound: return boolean_value(row[expr.variable] != kNoTerm);
    case Op::If: {
      const auto condition = truth(arg(0));
      return condition ? arg(*condition ? 1 : 2) : error_value();
    }
    case Op::Coalesce:
      for (std::size_t i = 0; i < expr.args.size(); ++i) {
        Value v = arg(i);
        if (!v.is_error()) return v;
      }
      return error_value();
    case Op::Exists: return boolean_value(exists(*expr.pattern, row, graph));
    case Op::NotExists: return boolean_value(!exists(*expr.pattern, row, graph));
    default: return relation(expr, row, graph);
  }
}

// Three-valued logic of section 17.2.
Value Evaluator::logical(const Expr& expr, const Row& row, const Graph& graph) {
  if (expr.op == Op::Not) return to_boolean(negation(truth(value(*expr.args[0], row, graph))));
  const bool decisive = expr.op == Op::Or;
  bool error = false;
  for (const auto& arg : expr.args) {
    const auto v = truth(value(*arg, row, graph));
    if (v && *v == decisive) return boolean_value(decisive);
    error = error || !v;
  }
  return error ? error_value() : boolean_value(!decisive);
}

Value Evaluator::relation(const Expr& expr, const Row& row, const Graph& graph) {
  const bool equality = expr.op == Op::Equal || expr.op == Op::NotEqual;
  if (equality) {
    const TermId a = simple_id(*expr.args[0], row);
    const TermId b = simple_id(*expr.args[1], row);
    std::string buffer;
    if (a != kNoTerm && b != kNoTerm && (!view(a, buffer).is_literal() || !view(b, buffer).is_literal())) {
      return boolean_value((a == b) == (expr.op == Op::Equal));
    }
  }
  const Value a = value(*expr.args[0], row, graph);
  const Value b = value(*expr.args[1], row, graph);
  if (a.is_error() || b.is_error()) return error_value();
  if (equality) return to_boolean(expr.op == Op::Equal ? equal(a, b) : negation(equal(a, b)));
  const auto c = compare(a, b);
  if (!c) {
    const bool nan = a.is_numeric() && b.is_numeric();
    return nan ? boolean_value(false) : error_value();
  }
  switch (expr.op) {
    case Op::Less: return boolean_value(*c < 0);
    case Op::LessEqual: return boolean_value(*c <= 0);
    case Op::Greater: return boolean_value(*c > 0);
    default: return boolean_value(*c >= 0);
  }
}

Value Evaluator::membership(const Expr& expr, const Row& row, const Graph& graph) {
  const Value wanted = value(*expr.args[0], row, graph);
  if (wanted.is_error()) return error_value();
  bool error = false;
  for (std::size_t i = 1; i < expr.args.size(); ++i) {
    const auto same = equal(wanted, value(*expr.args[i], row, graph));
    if (same && *same) return boolean_value(expr.op == Op::In);
    error = error || !same;
  }
  return error ? error_value() : boolean_value(expr.op == Op::NotIn);
}

Value Evaluator::call(const Expr& expr, const Row& row, const Graph& graph) {
  std::vector<Value> args;
  args.reserve(expr.args.size());
  for (const auto& arg : expr.args) {
    args.push_back(value(*arg, row, graph));
    if (args.back().is_error()) return error_value();
  }
  Value result = expr.function->call(args, context_);
  return result.text.size() > kMaxText ? error_value() : result;
}

bool Evaluator::exists(const Node& pattern, const Row& row, const Graph& graph) {
  Scope scope;
  scope.seed = row;
  Row inner = row;
  bool found = false;
  run(pattern, scope, graph, inner, [&] {
    found = true;
    return false;
  });
  return found;
}

}  // namespace entente::query
