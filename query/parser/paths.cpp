// Property paths (grammar rules 88 to 96; translation of section 18.2.2.3).
#include "core/rdf/vocabulary.hpp"
#include "query/parser/parser.hpp"

namespace entente::query {
namespace {

std::shared_ptr<Path> make_path(Path::Kind kind, std::vector<PathPtr> parts = {}) {
  auto path = std::make_shared<Path>();
  path->kind = kind;
  path->parts = std::move(parts);
  return path;
}

}  // namespace

PathPtr Parser::path() {
  const Nested nested(*this);
  std::vector<PathPtr> parts{path_sequence()};
  while (take("|")) {
    if (parts.size() > kMaxChain) fail("Path has too many alternatives");
    parts.push_back(path_sequence());
  }
  return parts.size() == 1 ? parts[0] : make_path(Path::Kind::Alternative, std::move(parts));
}

PathPtr Parser::path_sequence() {
  std::vector<PathPtr> parts;
  do {
    if (parts.size() > kMaxChain) fail("Path has too many steps");
    parts.push_back(take("^") ? make_path(Path::Kind::Inverse, {path_element()}) : path_element());
  } while (take("/"));
  return parts.size() == 1 ? parts[0] : make_path(Path::Kind::Sequence, std::move(parts));
}

PathPtr Parser::path_element() {
  auto inner = path_primary();
  if (take("?")) return make_path(Path::Kind::ZeroOrOne, {inner});
  if (take("*")) return make_path(Path::Kind::ZeroOrMore, {inner});
  if (take("+")) return make_path(Path::Kind::OneOrMore, {inner});
  return inner;
}

PathPtr Parser::path_primary() {
  if (take("(")) {
    auto inner = path();
    expect(")");
    return inner;
  }
  if (take("!")) return negated_set();
  auto link = make_path(Path::Kind::Link);
  if (at_word("A") && token_.text == "a") {
    advance();
    link->link = rdf::iri(vocab::rdf::type);
  } else {
    link->link = rdf::iri(iri());
  }
  return link;
}

void Parser::negated_one(Path& path) {
  const bool inverse = take("^");
  std::string name;
  if (at_word("A") && token_.text == "a") {
    advance();
    name = vocab::rdf::type;
  } else {
    name = iri();
  }
  (inverse ? path.not_backward : path.not_forward).push_back(rdf::iri(name));
}

PathPtr Parser::negated_set() {
  auto set = make_path(Path::Kind::Negated);
  if (take("(")) {
    if (!at(")")) {
      do {
        negated_one(*set);
      } while (take("|"));
    }
    expect(")");
  } else {
    negated_one(*set);
  }
  set->backward = !set->not_backward.empty();
  set->forward = !set->not_forward.empty() || !set->backward;
  return set;
}

// `$PATH`: the text of the path is parsed in place, with the same prefixes.
PathPtr Parser::shacl_path() {
  advance();
  const Lexer lexer = lexer_;
  const Token token = token_;
  lexer_ = Lexer(options_.path);
  advance();
  auto steps = path();
  if (!at_kind(Token::Kind::End)) fail("$PATH does not stand for a path");
  lexer_ = lexer;
  token_ = token;
  return steps;
}

void Parser::add_path(const Slot& subject, const PathPtr& steps, const Slot& object, std::vector<Item>& items) {
  Slot predicate;
  if (steps->kind == Path::Kind::Link) {
    predicate.term = steps->link;
    add({subject, predicate, object, nullptr}, items);
  } else if (steps->kind == Path::Kind::Inverse) {
    add_path(object, steps->parts[0], subject, items);
  } else if (steps->kind == Path::Kind::Sequence) {
    Slot from = subject;
    for (std::size_t i = 0; i < steps->parts.size(); ++i) {
      const bool last = i + 1 == steps->parts.size();
      const Slot to = last ? object : variable_slot(hidden("step"));
      add_path(from, steps->parts[i], to, items);
      from = to;
    }
  } else {
    add({subject, predicate, object, steps}, items);
  }
}

}  // namespace entente::query
