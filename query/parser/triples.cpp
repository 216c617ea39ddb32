// Triples and terms (grammar rules 75 to 138).
#include "core/rdf/iri.hpp"
#include "core/rdf/vocabulary.hpp"
#include "query/parser/parser.hpp"

namespace entente::query {

VarId Parser::variable(const std::string& name) {
  const auto [at, fresh] = ids_.emplace(name, static_cast<VarId>(plan_.names.size()));
  if (fresh) plan_.names.push_back(name);
  return at->second;
}

VarId Parser::hidden(const char* kind) { return variable(std::string(".") + kind + std::to_string(hidden_++)); }

VarId Parser::take_variable() {
  if (!at_kind(Token::Kind::Variable)) fail("Expected a variable");
  const VarId id = variable(token_.text);
  advance();
  return id;
}

Slot Parser::variable_slot(VarId id) const {
  Slot slot;
  slot.is_variable = true;
  slot.variable = id;
  return slot;
}

void Parser::triples_same_subject(std::vector<Item>& items, bool paths) {
  bool composite = false;
  const Slot subject = node(items, paths, &composite);
  property_list(subject, items, paths, !composite);
}

void Parser::property_list(const Slot& subject, std::vector<Item>& items, bool paths, bool required) {
  while (true) {
    Slot verb;
    PathPtr steps;
    const bool is_path_variable = at_kind(Token::Kind::Variable) && token_.dollar && token_.text == "PATH" && !options_.path.empty();
    if (at_kind(Token::Kind::Variable) && !is_path_variable) {
      verb = variable_slot(take_variable());
    } else if (at_word("A") && token_.text == "a" && !paths) {
      verb.term = rdf::iri(vocab::rdf::type);
      advance();
    } else if (paths && (at("^") || at("!") || at("(") || at_term() || is_path_variable || token_.text == "a")) {
      steps = is_path_variable ? shacl_path() : path();
    } else if (!paths && (at_kind(Token::Kind::Iri) || at_kind(Token::Kind::Name))) {
      verb.term = rdf::iri(iri());
    } else {
      if (required) fail("Expected a predicate");
      return;
    }
    object_list(subject, verb, steps, items, paths);
    required = false;
    if (!take(";")) return;
    while (take(";")) {
    }
  }
}

void Parser::add(Item item, std::vector<Item>& items) {
  if (++patterns_ > kMaxPatterns) fail("Query has too many patterns");
  items.push_back(std::move(item));
}

void Parser::object_list(const Slot& subject, const Slot& verb, const PathPtr& steps, std::vector<Item>& items, bool paths) {
  do {
    const Slot object = node(items, paths);
    if (steps) {
      add_path(subject, steps, object, items);
    } else {
      add({subject, verb, object, nullptr}, items);
    }
  } while (take(","));
}

bool Parser::at_term() const {
  using Kind = Token::Kind;
  switch (token_.kind) {
    case Kind::Iri:
    case Kind::Name:
    case Kind::Blank:
    case Kind::Variable:
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Double:
    case Kind::String: return true;
    default: return at_word("TRUE") || at_word("FALSE") || at("+") || at("-");
  }
}

Slot Parser::node(std::vector<Item>& items, bool paths, bool* composite) {
  if (at_kind(Token::Kind::Variable)) return variable_slot(take_variable());
  if (at_kind(Token::Kind::Blank)) {
    const Slot slot = variable_slot(variable("_:" + token_.text));
    advance();
    return slot;
  }
  if (at("(")) {
    advance();
    if (composite && !at(")")) *composite = true;
    return collection(items, paths);
  }
  if (take("[")) {
    if (take("]")) return variable_slot(variable("_:." + std::to_string(hidden_++)));
    if (composite) *composite = true;
    return blank_properties(items, paths);
  }
  Slot slot;
  slot.term = term();
  return slot;
}

Slot Parser::blank_properties(std::vector<Item>& items, bool paths) {
  const Nested nested(*this);
  const Slot subject = variable_slot(variable("_:." + std::to_string(hidden_++)));
  property_list(subject, items, paths, true);
  expect("]");
  return subject;
}

Slot Parser::collection(std::vector<Item>& items, bool paths) {
  const Nested nested(*this);
  Slot nil, first, rest;
  nil.term = rdf::iri(vocab::rdf::nil);
  first.term = rdf::iri(vocab::rdf::first);
  rest.term = rdf::iri(vocab::rdf::rest);
  if (take(")")) return nil;
  const Slot head = variable_slot(variable("_:." + std::to_string(hidden_++)));
  Slot cell = head;
  while (true) {
    const Slot value = node(items, paths);
    add({cell, first, value, nullptr}, items);
    if (take(")")) break;
    const Slot next = variable_slot(variable("_:." + std::to_string(hidden_++)));
    add({cell, rest, next, nullptr}, items);
    cell = next;
  }
  add({cell, rest, nil, nullptr}, items);
  return head;
}

rdf::Term Parser::checked(rdf::Term value) {
  if (auto good = rdf::check(value); !good) fail(good.error().message);
  return value;
}

std::string Parser::iri() {
  std::string out;
  if (at_kind(Token::Kind::Iri)) {
    out = rdf::resolve(base_, token_.text);
  } else if (at_kind(Token::Kind::Name)) {
    auto name_space = own_prefixes_.find(token_.prefix);
    if (!name_space) name_space = prefixes_.find(token_.prefix);
    if (!name_space) fail("Prefix \"" + token_.prefix + ":\" is not declared");
    (out = *name_space) += token_.text;
  } else {
    fail("Expected an IRI");
  }
  checked(rdf::iri(out));
  advance();
  return out;
}

rdf::Term Parser::number(bool negative) {
  std::string_view type = vocab::xsd::integer;
  if (at_kind(Token::Kind::Decimal)) type = vocab::xsd::decimal;
  if (at_kind(Token::Kind::Double)) type = vocab::xsd::double_;
  auto value = rdf::literal((negative ? "-" : "") + token_.text, type);
  advance();
  return value;
}

rdf::Term Parser::string_literal() {
  const std::string text = token_.text;
  advance();
  if (at_kind(Token::Kind::Language)) {
    auto value = checked(rdf::lang_literal(text, token_.text));
    advance();
    return value;
  }
  if (take("^^")) return checked(rdf::literal(text, iri()));
  return checked(rdf::literal(text));
}

rdf::Term Parser::term() {
  using Kind = Token::Kind;
  if (at_kind(Kind::String)) return string_literal();
  if (at_kind(Kind::Integer) || at_kind(Kind::Decimal) || at_kind(Kind::Double)) return number(false);
  if (at_word("TRUE") || at_word("FALSE")) {
    auto value = rdf::literal(at_word("TRUE") ? "true" : "false", vocab::xsd::boolean_);
    advance();
    return value;
  }
  if (at("+") || at("-")) {
    const bool negative = at("-");
    advance();
    if (!at_kind(Kind::Integer) && !at_kind(Kind::Decimal) && !at_kind(Kind::Double)) fail("Expected a number");
    return number(negative);
  }
  return rdf::iri(iri());
}

}  // namespace entente::query
