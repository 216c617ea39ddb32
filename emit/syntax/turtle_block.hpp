// Private: how Turtle and TriG lay out the statements of one subject.
#pragma once

#include <string>
#include <vector>

#include "core/rdf/prefixes.hpp"
#include "core/rdf/term.hpp"

namespace entente::emit {

void append_prefixes(std::string& out, const rdf::PrefixMap& prefixes);

// True if Turtle reads the literal's lexical form as the same literal.
bool is_bare(const rdf::TermView& literal);

// A term as Turtle: prefixed where possible, numbers and booleans bare where their form is canonical.
void append_turtle(std::string& out, const rdf::TermView& term, const rdf::PrefixMap& prefixes);

// The statements of one subject, collected as text and laid out when complete:
//   subject
//       a          Class ;
//       predicate  object, object .
class TurtleBlock {
 public:
  TurtleBlock(const rdf::PrefixMap& prefixes, std::size_t indent) : prefixes_(&prefixes), indent_(indent) {}

  bool empty() const { return rows_.empty(); }
  bool is_about(const rdf::TermView& subject) const { return !empty() && subject_.view() == subject; }
  // All rows are of one subject; rows of one predicate should come together.
  void add(const rdf::TermView& subject, const rdf::TermView& predicate, const rdf::TermView& object);
  void add_text(const rdf::TermView& subject, const rdf::TermView& predicate, std::string object);
  void flush(std::string& out);  // appends the block, then empties it
  void append_rows(std::string& out);  // "a X ;\n p o" with each row on its line, for brackets

  std::size_t row_count() const { return rows_.size(); }
  std::size_t indent() const { return indent_; }

 private:
  struct Row {
    std::string predicate;
    std::vector<std::string> objects;
  };
  void append_row(std::string& out, const Row& row, std::size_t width) const;
  std::size_t arrange();

  const rdf::PrefixMap* prefixes_;
  std::size_t indent_;
  rdf::Term subject_;
  std::vector<Row> rows_;
};

}  // namespace entente::emit
