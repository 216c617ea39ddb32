// Character classes for cutting English text: one table for ASCII, ranges for the rest.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::corpus {

enum class CharClass : std::uint8_t {
  Space,       // white space, line ends, no-break and other Unicode spaces
  Lower,
  Upper,
  Letter,      // a letter without case
  Digit,
  Mark,        // joins what stands before it: combining marks, joiners, soft hyphen
  Terminator,  // . ? ! and their kin
  Ellipsis,    // U+2026
  Comma,       // , ; :
  Dash,        // - and all dashes
  Apostrophe,  // ' U+2019 U+02BC `
  SingleQuote, // U+2018 U+201A U+201B: never an apostrophe
  DoubleQuote, // " U+201C..U+201F << >>
  Open,        // ( [ {
  Close,       // ) ] }
  Symbol,      // everything else
};

struct Char {
  CharClass cls;
  std::uint8_t size;  // bytes
};

namespace detail {
extern const std::array<CharClass, 128> ascii_classes;
Char classify_wide(std::string_view text, std::size_t at);
}  // namespace detail

// Class and size of the character at byte `at` of valid UTF-8.
inline Char classify(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 128) return {detail::ascii_classes[byte], 1};
  return detail::classify_wide(text, at);
}

constexpr bool is_letter(CharClass c) { return c >= CharClass::Lower && c <= CharClass::Letter; }
constexpr bool is_word(CharClass c) { return c >= CharClass::Lower && c <= CharClass::Mark; }
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace entente::corpus
