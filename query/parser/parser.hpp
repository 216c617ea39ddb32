// Private: the recursive-descent parser of SPARQL 1.1, one .cpp file per part of the grammar.
#pragma once

#include <map>
#include <set>

#include "query/parser/lexer.hpp"
#include "query/plan.hpp"

namespace entente::query {

// Thrown and caught inside the parser only.
struct Fault {
  std::size_t at;
  std::string message;
};

class Parser {
 public:
  Parser(std::string_view text, const rdf::PrefixMap& prefixes, const ParseOptions& options);
  QueryPlan query();  // throws Fault

 private:
  // Tokens (parser.cpp)
  [[noreturn]] void fail(std::string message) const { throw Fault{token_.begin, std::move(message)}; }
  void advance();
  bool at_word(std::string_view upper) const;
  bool at(std::string_view punctuation) const;
  bool take_word(std::string_view upper);
  bool take(std::string_view punctuation);
  void expect(std::string_view punctuation);
  void expect_word(std::string_view upper);
  bool at_kind(Token::Kind kind) const { return token_.kind == kind; }

  // Queries (parser.cpp)
  void prologue();
  void select(SelectPlan& plan);
  void projection(SelectPlan& plan);
  void ask();
  void construct();
  void construct_template();
  void dataset_clauses();
  void where(SelectPlan& plan);
  void modifiers(SelectPlan& plan);
  void group_by(SelectPlan& plan);
  void order_by(SelectPlan& plan);
  void limits(SelectPlan& plan);
  void finish(SelectPlan& plan, bool top);
  std::uint64_t count();

  // Groups (patterns.cpp)
  NodePtr group();
  NodePtr group_body();
  NodePtr triples_block();
  void element(NodePtr& node, std::vector<ExprPtr>& filters);
  NodePtr group_or_union();
  NodePtr graph();
  NodePtr values();
  void bind(NodePtr& node);
  void optional(NodePtr& node);
  NodePtr sub_select();

  // Triples and terms (triples.cpp)
  void triples_same_subject(std::vector<Item>& items, bool paths);
  void property_list(const Slot& subject, std::vector<Item>& items, bool paths, bool required);
  void object_list(const Slot& subject, const Slot& verb, const PathPtr& path, std::vector<Item>& items, bool paths);
  Slot node(std::vector<Item>& items, bool paths, bool* composite = nullptr);
  Slot collection(std::vector<Item>& items, bool paths);
  Slot blank_properties(std::vector<Item>& items, bool paths);
  bool at_term() const;
  rdf::Term term();      // IRI, literal
  std::string iri();
  rdf::Term number(bool negative);
  rdf::Term string_literal();
  rdf::Term checked(rdf::Term value);

  // Paths (paths.cpp)
  PathPtr path();
  PathPtr path_sequence();
  PathPtr path_element();
  PathPtr path_primary();
  PathPtr negated_set();
  void negated_one(Path& path);
  PathPtr shacl_path();
  void add_path(const Slot& subject, const PathPtr& path, const Slot& object, std::vector<Item>& items);

  // Expressions (expressions.cpp)
  ExprPtr expression();
  ExprPtr conjunction();
  ExprPtr relation();
  ExprPtr additive();
  ExprPtr multiplicative();
  ExprPtr unary();
  ExprPtr primary();
  ExprPtr bracketed();
  ExprPtr constraint();
  ExprPtr call_word();
  ExprPtr call_iri();
  ExprPtr aggregate(const std::string& name);
  ExprPtr exists(bool negated);
  std::vector<ExprPtr> arguments();
  std::vector<ExprPtr> expression_list();

  // Names
  VarId variable(const std::string& name);
  VarId hidden(const char* kind);
  VarId take_variable();
  Slot variable_slot(VarId id) const;
  NodePtr make(Node::Kind kind);
  ExprPtr make(Op op);
  ExprPtr constant(rdf::Term term);
  ExprPtr variable_expr(VarId id);
  void add(Item item, std::vector<Item>& items);

  struct Nested;  // counts nesting of brackets and groups

  const rdf::PrefixMap& prefixes_;
  const ParseOptions& options_;
  rdf::PrefixMap own_prefixes_;
  std::string base_;
  Lexer lexer_;
  Token token_;
  QueryPlan plan_;
  SelectPlan* scope_ = nullptr;       // where aggregates go; null where they are not allowed
  std::map<std::string, VarId, std::less<>> ids_;
  unsigned depth_ = 0;
  unsigned hidden_ = 0;
  unsigned patterns_ = 0;             // nodes and triples so far
  unsigned operators_ = 0;
  bool filtered_ = false;             // the group read last has filters of its own
};

struct Parser::Nested {
  explicit Nested(Parser& parser) : parser_(parser) {
    if (++parser_.depth_ > parser_.options_.max_depth) parser_.fail("Query is nested too deeply");
  }
  ~Nested() { --parser_.depth_; }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;
  Parser& parser_;
};

// Longest chain of operators, alternatives or elements of one group.
inline constexpr std::size_t kMaxChain = 1000;
// Of the whole query: evaluation and destruction recurse over them, so they bound the stack.
inline constexpr unsigned kMaxPatterns = 3000;
inline constexpr unsigned kMaxOperators = 2500;

}  // namespace entente::query
