// Group graph patterns (grammar rules 53 to 70), translated as section 18.2.2 says.
#include "query/parser/parser.hpp"

namespace entente::query {
namespace {

bool is_unit(const Node& node) {
  return node.kind == Node::Kind::Basic && node.items.empty() && node.filters.empty();
}

bool is_plain(const Node& node) { return node.kind == Node::Kind::Basic && node.filters.empty(); }

// The join of both; neighbouring triples become one basic pattern, so that they can be ordered together.
NodePtr join(NodePtr left, NodePtr right) {
  if (is_unit(*left)) return right;
  if (is_unit(*right)) return left;
  if (is_plain(*left) && is_plain(*right)) {
    for (Item& item : right->items) left->items.push_back(std::move(item));
    return left;
  }
  if (left->kind == Node::Kind::Join && is_plain(*left->children.back()) && is_plain(*right)) {
    for (Item& item : right->items) left->children.back()->items.push_back(std::move(item));
    return left;
  }
  auto node = std::make_unique<Node>();
  node->kind = Node::Kind::Join;
  if (left->kind == Node::Kind::Join) {
    node->children = std::move(left->children);
  } else {
    node->children.push_back(std::move(left));
  }
  node->children.push_back(std::move(right));
  return node;
}

}  // namespace

NodePtr Parser::make(Node::Kind kind) {
  if (++patterns_ > kMaxPatterns) fail("Query has too many patterns");
  auto node = std::make_unique<Node>();
  node->kind = kind;
  return node;
}

NodePtr Parser::group() {
  const Nested nested(*this);
  expect("{");
  auto node = at_word("SELECT") ? sub_select() : group_body();
  if (node->kind == Node::Kind::Select) filtered_ = false;
  expect("}");
  return node;
}

NodePtr Parser::sub_select() {
  auto node = make(Node::Kind::Select);
  node->select = std::make_unique<SelectPlan>();
  select(*node->select);
  if (take_word("VALUES")) {
    auto join = make(Node::Kind::Join);
    join->children.push_back(std::move(node->select->where));
    join->children.push_back(values());
    node->select->where = std::move(join);
  }
  finish(*node->select, false);
  return node;
}

NodePtr Parser::group_body() {
  auto node = make(Node::Kind::Basic);
  std::vector<ExprPtr> filters;
  std::size_t elements = 0;
  while (!at("}")) {
    if (++elements > kMaxChain) fail("Group has too many elements");
    if (at_kind(Token::Kind::Word) && !at_word("TRUE") && !at_word("FALSE") && token_.text != "a") {
      element(node, filters);
      take(".");
    } else if (at("{")) {
      node = join(std::move(node), group_or_union());
      take(".");
    } else {
      node = join(std::move(node), triples_block());
    }
  }
  filtered_ = !filters.empty();
  if (filters.empty()) return node;
  auto filter = make(Node::Kind::Filter);
  filter->children.push_back(std::move(node));
  filter->filters = std::move(filters);
  return filter;
}

NodePtr Parser::triples_block() {
  auto node = make(Node::Kind::Basic);
  do {
    if (!at_term() && !at("(") && !at("[")) break;
    triples_same_subject(node->items, true);
  } while (take("."));
  if (node->items.empty()) fail("Expected a pattern");
  return node;
}

void Parser::element(NodePtr& node, std::vector<ExprPtr>& filters) {
  if (take_word("FILTER")) {
    filters.push_back(constraint());
  } else if (take_word("OPTIONAL")) {
    optional(node);
  } else if (take_word("MINUS")) {
    auto minus = make(Node::Kind::Minus);
    minus->children.push_back(std::move(node));
    minus->children.push_back(group());
    node = std::move(minus);
  } else if (take_word("BIND")) {
    bind(node);
  } else if (take_word("VALUES")) {
    node = join(std::move(node), values());
  } else if (at_word("GRAPH")) {
    node = join(std::move(node), graph());
  } else if (at_word("SERVICE")) {
    fail("SERVICE is not supported: no query leaves this program");
  } else {
    fail("Unknown keyword in a pattern");
  }
}

void Parser::optional(NodePtr& node) {
  auto outer = make(Node::Kind::LeftJoin);
  auto inner = group();
  if (filtered_ && inner->kind == Node::Kind::Filter) {  // filters of this very group, not of one inside it
    outer->filters = std::move(inner->filters);
    inner = std::move(inner->children[0]);
  }
  outer->children.push_back(std::move(node));
  outer->children.push_back(std::move(inner));
  node = std::move(outer);
}

void Parser::bind(NodePtr& node) {
  auto extend = make(Node::Kind::Extend);
  expect("(");
  extend->expr = expression();
  expect_word("AS");
  extend->variable = take_variable();
  expect(")");
  extend->children.push_back(std::move(node));
  node = std::move(extend);
}

NodePtr Parser::group_or_union() {
  auto first = group();
  if (!at_word("UNION")) return first;
  auto node = make(Node::Kind::Union);
  node->children.push_back(std::move(first));
  while (take_word("UNION")) {
    if (node->children.size() > kMaxChain) fail("Too many alternatives");
    node->children.push_back(group());
  }
  return node;
}

NodePtr Parser::graph() {
  expect_word("GRAPH");
  plan_.names_graphs = true;
  auto node = make(Node::Kind::Graph);
  if (at_kind(Token::Kind::Variable)) {
    node->graph = variable_slot(take_variable());
  } else {
    node->graph.term = rdf::iri(iri());
  }
  node->children.push_back(group());
  return node;
}

NodePtr Parser::values() {
  auto node = make(Node::Kind::Values);
  const bool single = at_kind(Token::Kind::Variable);
  if (single) {
    node->columns.push_back(take_variable());
  } else {
    expect("(");
    while (!at(")")) node->columns.push_back(take_variable());
    expect(")");
  }
  expect("{");
  while (!take("}")) {
    std::vector<rdf::Term> row;
    if (!single) expect("(");
    do {
      if (!single && at(")")) break;
      row.push_back(take_word("UNDEF") ? rdf::Term() : term());
    } while (!single);
    if (!single) expect(")");
    if (row.size() != node->columns.size()) fail("VALUES row has another number of values than there are variables");
    node->rows.push_back(std::move(row));
  }
  return node;
}

}  // namespace entente::query
