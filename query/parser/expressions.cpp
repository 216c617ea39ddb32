// Expressions (grammar rules 110 to 128).
#include <algorithm>

#include "query/functions.hpp"
#include "query/parser/parser.hpp"

namespace entente::query {
namespace {

constexpr std::pair<std::string_view, Op> kRelations[] = {
    {"=", Op::Equal}, {"!=", Op::NotEqual}, {"<", Op::Less}, {"<=", Op::LessEqual}, {">", Op::Greater}, {">=", Op::GreaterEqual}};

constexpr std::pair<std::string_view, Aggregate::Kind> kAggregates[] = {
    {"COUNT", Aggregate::Kind::Count}, {"SUM", Aggregate::Kind::Sum}, {"MIN", Aggregate::Kind::Min},
    {"MAX", Aggregate::Kind::Max}, {"AVG", Aggregate::Kind::Avg}, {"SAMPLE", Aggregate::Kind::Sample},
    {"GROUP_CONCAT", Aggregate::Kind::GroupConcat}};

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

}  // namespace

ExprPtr Parser::make(Op op) {
  if (op != Op::Constant && op != Op::Variable && ++operators_ > kMaxOperators) fail("Query has too many operators");
  auto expr = std::make_unique<Expr>();
  expr->op = op;
  return expr;
}

ExprPtr Parser::constant(rdf::Term term) {
  auto expr = make(Op::Constant);
  expr->term = std::move(term);
  return expr;
}

ExprPtr Parser::variable_expr(VarId id) {
  auto expr = make(Op::Variable);
  expr->variable = id;
  return expr;
}

ExprPtr Parser::expression() {
  const Nested nested(*this);
  auto first = conjunction();
  if (!at("||")) return first;
  auto expr = make(Op::Or);
  expr->args.push_back(std::move(first));
  while (take("||")) expr->args.push_back(conjunction());
  return expr;
}

ExprPtr Parser::conjunction() {
  auto first = relation();
  if (!at("&&")) return first;
  auto expr = make(Op::And);
  expr->args.push_back(std::move(first));
  while (take("&&")) expr->args.push_back(relation());
  return expr;
}

ExprPtr Parser::relation() {
  auto left = additive();
  for (const auto& [text, op] : kRelations) {
    if (!at(text)) continue;
    advance();
    auto expr = make(op);
    expr->args.push_back(std::move(left));
    expr->args.push_back(additive());
    return expr;
  }
  const bool negated = at_word("NOT");
  if (negated) {
    advance();
    if (!at_word("IN")) fail("Expected IN after NOT");
  }
  if (!take_word("IN")) return left;
  auto expr = make(negated ? Op::NotIn : Op::In);
  expr->args = expression_list();
  expr->args.insert(expr->args.begin(), std::move(left));
  return expr;
}

ExprPtr Parser::additive() {
  auto left = multiplicative();
  std::size_t length = 0;
  while (at("+") || at("-")) {
    if (++length > kMaxChain) fail("Expression is too long");
    auto expr = make(at("+") ? Op::Add : Op::Subtract);
    advance();
    expr->args.push_back(std::move(left));
    expr->args.push_back(multiplicative());
    left = std::move(expr);
  }
  return left;
}

ExprPtr Parser::multiplicative() {
  auto left = unary();
  std::size_t length = 0;
  while (at("*") || at("/")) {
    if (++length > kMaxChain) fail("Expression is too long");
    auto expr = make(at("*") ? Op::Multiply : Op::Divide);
    advance();
    expr->args.push_back(std::move(left));
    expr->args.push_back(unary());
    left = std::move(expr);
  }
  return left;
}

ExprPtr Parser::unary() {
  const Nested nested(*this);
  Op op;
  if (at("!")) {
    op = Op::Not;
  } else if (at("+")) {
    op = Op::Plus;
  } else if (at("-")) {
    op = Op::Minus;
  } else {
    return primary();
  }
  advance();
  auto expr = make(op);
  expr->args.push_back(op == Op::Not ? unary() : primary());
  return expr;
}

ExprPtr Parser::bracketed() {
  expect("(");
  auto expr = expression();
  expect(")");
  return expr;
}

ExprPtr Parser::primary() {
  using Kind = Token::Kind;
  if (at("(")) return bracketed();
  if (at_kind(Kind::Variable)) return variable_expr(take_variable());
  if (at_kind(Kind::Iri) || at_kind(Kind::Name)) return call_iri();
  if (at_kind(Kind::Word) && !at_word("TRUE") && !at_word("FALSE")) return call_word();
  if (!at_term() || at_kind(Kind::Blank)) fail("Expected an expression");
  return constant(term());
}

ExprPtr Parser::constraint() {
  if (at("(")) return bracketed();
  if (at_kind(Token::Kind::Word)) return call_word();
  auto expr = call_iri();
  if (expr->op != Op::Call) fail("Expected a function call");
  return expr;
}

std::vector<ExprPtr> Parser::expression_list() {
  std::vector<ExprPtr> list;
  expect("(");
  if (take(")")) return list;
  do {
    list.push_back(expression());
  } while (take(","));
  expect(")");
  return list;
}

ExprPtr Parser::call_iri() {
  const std::size_t begin = token_.begin;
  auto name = iri();
  if (!at("(")) return constant(rdf::iri(name));
  const Function* function = find_cast(name);
  if (function == nullptr) throw Fault{begin, "Unknown function <" + name + ">"};
  auto expr = make(Op::Call);
  expr->function = function;
  expr->args = expression_list();
  if (expr->args.size() != 1) throw Fault{begin, "A cast takes one argument"};
  return expr;
}

ExprPtr Parser::call_word() {
  const std::size_t begin = token_.begin;
  const std::string name = upper(token_.text);
  advance();
  if (name == "EXISTS") return exists(false);
  if (name == "NOT") {
    expect_word("EXISTS");
    return exists(true);
  }
  for (const auto& [text, kind] : kAggregates) {
    if (name == text) return aggregate(name);
  }
  if (name == "BOUND") {
    auto expr = make(Op::Bound);
    expect("(");
    expr->variable = take_variable();
    expect(")");
    return expr;
  }
  auto expr = make(Op::Call);
  if (name == "IF" || name == "COALESCE") {
    expr->op = name == "IF" ? Op::If : Op::Coalesce;
    expr->args = expression_list();
    if (name == "IF" && expr->args.size() != 3) throw Fault{begin, "IF takes three arguments"};
    return expr;
  }
  expr->function = find_function(name);
  if (expr->function == nullptr) throw Fault{begin, "Unknown function " + name};
  expr->args = expression_list();
  const auto given = static_cast<int>(expr->args.size());
  if (given < expr->function->min_args || (expr->function->max_args >= 0 && given > expr->function->max_args)) {
    throw Fault{begin, name + " takes another number of arguments"};
  }
  return expr;
}

ExprPtr Parser::exists(bool negated) {
  auto expr = make(negated ? Op::NotExists : Op::Exists);
  SelectPlan* const outer = scope_;
  scope_ = nullptr;
  expr->pattern = group();
  scope_ = outer;
  return expr;
}

ExprPtr Parser::aggregate(const std::string& name) {
  if (scope_ == nullptr) fail("An aggregate may not stand here");
  SelectPlan* const scope = scope_;
  Aggregate out;
  for (const auto& [text, kind] : kAggregates) {
    if (name == text) out.kind = kind;
  }
  expect("(");
  out.distinct = take_word("DISTINCT");
  scope_ = nullptr;  // aggregates do not nest
  if (out.kind == Aggregate::Kind::Count && take("*")) {
    out.expr = nullptr;
  } else {
    out.expr = expression();
  }
  if (out.kind == Aggregate::Kind::GroupConcat && take(";")) {
    expect_word("SEPARATOR");
    expect("=");
    if (!at_kind(Token::Kind::String)) fail("Expected a string after SEPARATOR");
    out.separator = token_.text;
    advance();
  }
  scope_ = scope;
  expect(")");
  out.result = hidden("aggregate");
  auto expr = variable_expr(out.result);
  scope->aggregates.push_back(std::move(out));
  return expr;
}

}  // namespace entente::query
