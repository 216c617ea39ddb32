// Hands a file's bytes to Serd one at a time, keeps the place, and stops what Serd cannot bear.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::rdf {

// Follows the tokens of Turtle and TriG (or lines of N-Triples and N-Quads) closely enough to know where a
// statement may start again, and
// - puts an "x" after the "_:" of every blank node label, so that Serd's own labels cannot clash with it
//   (Serd renames _:b1 and gives up where both _:b1 and _:B1 stand);
// - stops at a NUL byte outside strings (Serd takes it for the end of the file), at ill-formed UTF-8 (Serd lets it pass) and
//   at nesting deeper than the limit (Serd recurses), and at a graph block where the syntax has none (Serd reads
//   them in Turtle too).
class SourceFilter {
 public:
  enum class Stop : std::uint8_t { None, End, Segment, Nul, Utf8, Depth, Graph };

  SourceFilter(std::string_view bytes, bool lines, bool graphs);

  int next();                                  // the next byte for Serd, -1 if it must stop
  Stop stop() const { return stop_; }
  bool at_end() const { return at_ >= bytes_.size(); }
  std::uint64_t line() const { return line_; }  // of the byte that Serd looks at now
  std::uint64_t column() const { return (held_ ? last_ : at_) - line_start_ + 1; }

  // After an error: goes to where the next statement may begin. Allows reading on.
  void recover();
  // Reading on after Stop::Segment.
  void resume() { stop_ = Stop::None; }

 private:
  enum class State : std::uint8_t { Normal, Iri, String, Comment };

  void take(unsigned char c);
  void take_normal(char c);
  void take_quoted(char c);
  void open_string(char quote);
  bool starts(std::string_view text) const { return bytes_.substr(at_, text.size()) == text; }
  bool statement_ends_at(std::size_t at) const;
  void consume_held();

  std::string_view bytes_;
  bool lines_;
  bool graphs_;
  std::size_t at_ = 0;
  std::size_t last_ = 0;        // offset of the byte handed out last
  bool held_ = false;           // Serd has got the byte at last_ but only looked at it (it reads one ahead)
  std::size_t bad_;             // offset of the next ill-formed UTF-8
  std::size_t segment_ = 0;     // N-Quads: where Serd gets a rest, it keeps all it reads in memory
  std::uint64_t line_ = 1;
  std::size_t line_start_ = 0;
  std::size_t plain_ = 0;       // bytes to pass without looking (rest of a delimiter or escape)
  State state_ = State::Normal;
  Stop stop_ = Stop::None;
  char quote_ = 0;
  bool long_ = false;
  bool name_ = false;           // the byte before belongs to a name
  bool insert_ = false;
  int depth_ = 0;
  int braces_ = 0;
};

}  // namespace entente::rdf
