// Cuts one block into words. Internal to the segmenter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/segment/chars.hpp"
#include "corpus/segment/cut.hpp"
#include "corpus/segment/segment.hpp"

namespace entente::corpus {

// Appends to `tokens` and `cuts`, which run parallel. One pass; every character is looked at a bounded number of times. Between two calls
// the owner may take tokens away, but not the last one.
class Cutter {
 public:
  Cutter(std::string_view text, std::vector<Token>& tokens, std::vector<Cut>& cuts)
      : text_(text), tokens_(tokens), cuts_(cuts) {}

  void start(Span block);
  // Goes on with the block until there are `most` tokens or a few more; false at the block's end.
  bool cut(std::size_t most);

 private:
  using Pos = std::size_t;
  static constexpr Pos look_ahead = 256;  // bounds what is read twice, so that the time stays linear

  bool cut_plain_word(Pos& at);
  void start_chunk();
  Pos cut_at(Pos at, Pos end);
  Pos cut_word(Pos at, Pos end);
  Pos cut_dotted(Pos at, Pos end);
  Pos cut_url(Pos at, Pos end);
  Pos cut_apostrophe(Pos at, Pos end);
  Pos cut_double_quote(Pos at, Pos end, Pos size);
  Pos cut_terminators(Pos at, Pos end);
  Pos cut_symbol(Pos at, Pos end);
  Pos cut_clitics(Pos at, Pos end);

  Pos word_end(Pos at, Pos end, bool& digits_only) const;
  Pos join(Pos begin, Pos at, Pos end, bool digits_only) const;
  Pos hyphen(Pos begin, Pos at, Pos end, bool digits_only) const;
  Pos domain_end(Pos begin, Pos end) const;
  Pos trim_url(Pos begin, Pos end) const;
  Pos clitic_end(Pos at, Pos end) const;
  Abbreviation abbreviation_at(Pos begin, Pos dot) const;
  Abbreviation initial_at(Pos begin, Pos dot) const;
  Shape shape_of(Pos begin, Pos end) const;
  char byte(Pos at) const { return at < stop_ ? text_[at] : '\0'; }
  CharClass cls(Pos at) const { return at < stop_ ? classify(text_, at).cls : CharClass::Space; }
  CharClass before(Pos at) const;
  Pos next_visible(Pos at) const;
  bool closes_single_after(Pos at);

  void emit(Pos begin, Pos end, Kind kind, bool joined = false, Abbreviation abbreviation = Abbreviation::None);
  void emit_word(Pos begin, Pos end, bool digits_only);

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::vector<Cut>& cuts_;
  Pos start_ = 0;             // of the block
  Pos stop_ = 0;              // its end
  Pos at_ = 0;                // what is cut next
  Pos chunk_end_ = 0;         // of the characters without white space in which `at_` stands
  Pos last_end_ = 0;          // end of the token before
  std::uint8_t lines_ = 0;    // line ends since then
  Pos next_close_ = 0;        // the next mark that could close a single quotation; see closes_single_after
  std::uint32_t singles_ = 0; // single quotation marks open
  std::uint32_t doubles_ = 0;
  bool url_like_ = false;     // the chunk holds ://, www. or @
};

}  // namespace entente::corpus
