// Sentences and words of a text, as Universal Dependencies English cuts them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"
#include "corpus/document.hpp"

namespace entente::corpus {

// A syntactic word. "don't" is two words (do + n't), "China's" two (China + 's); spans never overlap and
// every word's span is a slice of the text.
struct Token {
  Span span;
  bool space_before = false;  // white space stands before it
  bool joined = false;        // continues the orthographic word of the token before (multi-word token)
};

// Longer stretches without an end (tables, lists, broken texts) are cut, at a comma, semicolon or colon if their second
// half has one: later stages may take time that grows with the square of a sentence.
inline constexpr std::size_t max_sentence_words = 1000;

// Tokens [first, last) and the span from the first token's begin to the last one's end.
struct Sentence {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t block = 0;  // index into Document::blocks
};

struct Segmentation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

// Every block is segmented by itself; a sentence never crosses a block. Furniture blocks get tokens and
// sentences too (they are told apart by their block). Linear time, any input that is valid UTF-8.
Segmentation segment(const Document& document);

// One stretch of running text as one paragraph block.
Segmentation segment(std::string_view text);

}  // namespace entente::corpus
