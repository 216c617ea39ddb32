// What the cutter knows of a token beside its span; kept while a text is segmented.
#pragma once

#include <cstdint>

#include "corpus/segment/abbreviations.hpp"

namespace entente::corpus {

enum class Kind : std::uint8_t {
  Word, Number, Abbreviated, Url, Period, Question, Ellipsis, Comma, Colon, Semicolon, Dash,
  Open, Close, QuoteOpen, QuoteClose, Quote, Apostrophe, Emoticon, Symbol,
};

enum class Shape : std::uint8_t { None, Lower, Capital, Upper };

struct Cut {
  Kind kind = Kind::Symbol;
  Abbreviation abbreviation = Abbreviation::None;  // for Kind::Abbreviated
  Shape shape = Shape::None;
  std::uint8_t lines = 0;  // line ends in the white space before it: 0, 1, or 2 for a blank line
};

}  // namespace entente::corpus
