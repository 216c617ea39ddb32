#include "query/parser/parser.hpp"

#include <algorithm>

#include "core/rdf/iri.hpp"

namespace entente::query {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool same_word(std::string_view text, std::string_view wanted) {
  return text.size() == wanted.size() &&
         std::equal(text.begin(), text.end(), wanted.begin(), [](char a, char b) { return upper(a) == b; });
}

}  // namespace

Parser::Parser(std::string_view text, const rdf::PrefixMap& prefixes, const ParseOptions& options)
    : prefixes_(prefixes), options_(options), base_(options.base), lexer_(text) {
  advance();
}

void Parser::advance() {
  token_ = lexer_.next();
  if (token_.kind == Token::Kind::Error) fail(token_.text);
}

bool Parser::at_word(std::string_view word) const { return at_kind(Token::Kind::Word) && same_word(token_.text, word); }
bool Parser::at(std::string_view p) const { return at_kind(Token::Kind::Punctuation) && token_.text == p; }

bool Parser::take_word(std::string_view word) {
  if (!at_word(word)) return false;
  advance();
  return true;
}

bool Parser::take(std::string_view p) {
  if (!at(p)) return false;
  advance();
  return true;
}

void Parser::expect(std::string_view p) {
  if (!take(p)) fail("Expected \"" + std::string(p) + "\"");
}

void Parser::expect_word(std::string_view word) {
  if (!take_word(word)) fail("Expected " + std::string(word));
}

QueryPlan Parser::query() {
  prologue();
  if (at_word("SELECT")) {
    plan_.form = Form::Select;
    select(plan_.select);
  } else if (take_word("ASK")) {
    ask();
  } else if (take_word("CONSTRUCT")) {
    construct();
  } else {
    fail(at_word("DESCRIBE") ? "DESCRIBE is not supported" : "Expected SELECT, ASK or CONSTRUCT");
  }
  if (take_word("VALUES")) {
    auto join = make(Node::Kind::Join);
    join->children.push_back(std::move(plan_.select.where));
    join->children.push_back(values());
    plan_.select.where = std::move(join);
  }
  if (!at_kind(Token::Kind::End)) fail("Unexpected text after the query");
  finish(plan_.select, true);
  return std::move(plan_);
}

void Parser::prologue() {
  while (true) {
    if (take_word("BASE")) {
      if (!at_kind(Token::Kind::Iri)) fail("Expected an IRI after BASE");
      base_ = rdf::resolve(base_, token_.text);
      advance();
    } else if (take_word("PREFIX")) {
      if (!at_kind(Token::Kind::Name) || !token_.text.empty()) fail("Expected a prefix with its colon");
      const std::string prefix = token_.prefix;
      advance();
      if (!at_kind(Token::Kind::Iri)) fail("Expected an IRI after the prefix");
      own_prefixes_.add(prefix, rdf::resolve(base_, token_.text));
      advance();
    } else {
      return;
    }
  }
}

void Parser::select(SelectPlan& plan) {
  expect_word("SELECT");
  SelectPlan* const outer = scope_;
  scope_ = &plan;
  if (take_word("DISTINCT") || take_word("REDUCED")) plan.distinct = true;
  projection(plan);
  dataset_clauses();
  where(plan);
  modifiers(plan);
  scope_ = outer;
}

void Parser::projection(SelectPlan& plan) {
  if (take("*")) {
    plan.star = true;
    return;
  }
  while (true) {
    Computed column;
    if (at_kind(Token::Kind::Variable)) {
      column.variable = take_variable();
    } else if (take("(")) {
      column.expr = expression();
      expect_word("AS");
      column.variable = take_variable();
      plan.renamed.push_back(column.variable);
      expect(")");
    } else {
      break;
    }
    plan.projection.push_back(std::move(column));
  }
  if (plan.projection.empty()) fail("Expected variables or * after SELECT");
}

void Parser::dataset_clauses() {
  while (take_word("FROM")) {
    take_word("NAMED");
    iri();
  }
}

void Parser::where(SelectPlan& plan) {
  take_word("WHERE");
  SelectPlan* const outer = scope_;
  scope_ = nullptr;
  plan.where = group();
  scope_ = outer;
}

void Parser::ask() {
  plan_.form = Form::Ask;
  dataset_clauses();
  where(plan_.select);
  scope_ = &plan_.select;
  modifiers(plan_.select);
  scope_ = nullptr;
}

void Parser::construct() {
  plan_.form = Form::Construct;
  const bool short_form = at_word("WHERE") || at_word("FROM");
  if (!short_form) construct_template();
  dataset_clauses();
  where(plan_.select);
  if (short_form) {
    const Node& body = *plan_.select.where;
    if (body.kind != Node::Kind::Basic || std::any_of(body.items.begin(), body.items.end(), [](const Item& i) { return i.path != nullptr; })) {
      fail("CONSTRUCT WHERE allows plain triple patterns only");
    }
    plan_.construct = body.items;
  }
  scope_ = &plan_.select;
  modifiers(plan_.select);
  scope_ = nullptr;
}

void Parser::construct_template() {
  expect("{");
  while (!at("}")) {
    triples_same_subject(plan_.construct, false);
    if (!take(".")) break;
  }
  expect("}");
}

void Parser::modifiers(SelectPlan& plan) {
  if (take_word("GROUP")) group_by(plan);
  if (take_word("HAVING")) {
    plan.grouped = true;
    do {
      plan.having.push_back(constraint());
    } while (at("(") || at_kind(Token::Kind::Iri) || at_kind(Token::Kind::Name) ||
             (at_kind(Token::Kind::Word) && !at_word("ORDER") && !at_word("LIMIT") && !at_word("OFFSET") && !at_word("VALUES")));
  }
  if (take_word("ORDER")) order_by(plan);
  limits(plan);
}

void Parser::group_by(SelectPlan& plan) {
  expect_word("BY");
  plan.grouped = true;
  while (true) {
    Computed key;
    if (at_kind(Token::Kind::Variable)) {
      key.variable = take_variable();
    } else if (take("(")) {
      key.expr = expression();
      if (take_word("AS")) {
        key.variable = take_variable();
        plan.renamed.push_back(key.variable);
      } else {
        key.variable = hidden("group");
      }
      expect(")");
    } else if (at_kind(Token::Kind::Iri) || at_kind(Token::Kind::Name) ||
               (at_kind(Token::Kind::Word) && !at_word("HAVING") && !at_word("ORDER") && !at_word("LIMIT") &&
                !at_word("OFFSET") && !at_word("VALUES"))) {
      key.expr = constraint();
      key.variable = hidden("group");
    } else {
      break;
    }
    plan.group_by.push_back(std::move(key));
  }
  if (plan.group_by.empty()) fail("Expected a variable or expression after GROUP BY");
}

void Parser::order_by(SelectPlan& plan) {
  expect_word("BY");
  while (true) {
    OrderKey key;
    if (take_word("ASC") || at_word("DESC")) {
      key.descending = take_word("DESC");
      key.expr = bracketed();
    } else if (at_kind(Token::Kind::Variable)) {
      key.expr = variable_expr(take_variable());
    } else if (at("(") || at_kind(Token::Kind::Iri) || at_kind(Token::Kind::Name) ||
               (at_kind(Token::Kind::Word) && !at_word("LIMIT") && !at_word("OFFSET") && !at_word("VALUES"))) {
      key.expr = constraint();
    } else {
      break;
    }
    plan.order_by.push_back(std::move(key));
  }
  if (plan.order_by.empty()) fail("Expected a key after ORDER BY");
}

void Parser::limits(SelectPlan& plan) {
  while (true) {
    if (take_word("LIMIT")) {
      plan.limit = count();
    } else if (take_word("OFFSET")) {
      plan.offset = count();
    } else {
      return;
    }
  }
}

std::uint64_t Parser::count() {
  if (!at_kind(Token::Kind::Integer) || token_.text.size() > 18) fail("Expected a whole number");
  const auto value = std::stoull(token_.text);
  advance();
  return value;
}

}  // namespace entente::query
