// Private: how Turtle and TriG lay out the statements of one subject.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/rdf/prefixes.hpp"
#include "core/rdf/term.hpp"
#include "emit/text.hpp"

namespace entente::emit {

void append_prefixes(std::string& out, const rdf::PrefixMap& prefixes);

// True if Turtle reads the literal's lexical form as the same literal.
bool is_bare(const rdf::TermView& literal);

// A term as Turtle: prefixed where possible, numbers and booleans bare where their form is canonical.
void append_turtle(std::string& out, const rdf::TermView& term, const rdf::PrefixMap& prefixes);

// The same in the place of a predicate, where rdf:type is "a".
void append_verb(std::string& out, const rdf::TermView& predicate, const rdf::PrefixMap& prefixes);

// The statements of one subject, collected as texts and laid out when complete:
//   subject
//       a          Class ;
//       predicate  object, object .
class TurtleBlock {
 public:
  explicit TurtleBlock(std::size_t indent) : indent_(indent) {}

  void begin(const Text& subject) { subject_ = subject; }
  // Texts must live until the block is appended; those of one predicate should come together.
  void put(const Text& predicate, const Text& object);
  void append(std::string& out);       // the block, which is empty then
  void append_rows(std::string& out);  // "a X ;\n p o" with each row on its line, for brackets

  std::size_t row_count() const { return rows_.size(); }

 private:
  struct Row {
    Text predicate;
    std::size_t first, count;  // in objects_
  };
  std::size_t room_for(const Row& row) const;
  char* write_row(char* to, const Row& row, std::size_t width) const;
  char* write_others(char* to, const Row& row, std::size_t column) const;
  std::size_t arrange();

  std::size_t indent_;
  Text subject_;
  std::vector<Row> rows_;
  std::vector<Text> objects_;
  std::unique_ptr<char[]> buffer_;  // rows are written here: room is asked for once a block, not at every piece
  std::size_t buffer_size_ = 0;
};

}  // namespace entente::emit
