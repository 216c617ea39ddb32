// Small questions about the ends of lines.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/document.hpp"

namespace entente::corpus {

// Bytes of white space (also no-break and other Unicode spaces, and a byte-order mark) at the ends of a line.
std::size_t leading_space(std::string_view line);
std::size_t trailing_space(std::string_view line);

// A bullet, an item's number or a quote mark at the front of a line, with the white space behind it.
struct Mark {
  std::size_t size = 0;
  BlockKind kind = BlockKind::Paragraph;
};
Mark mark_of(std::string_view line);

// `prefix` must be in lower-case ASCII.
bool starts_with_any_case(std::string_view text, std::string_view prefix);
bool starts_lower(std::string_view text);
bool starts_upper(std::string_view text);
// Ends with . ! ? or an ellipsis, perhaps inside closing quotation marks or brackets, perhaps with
// the marks of notes ("[12]") behind.
bool ends_like_sentence(std::string_view text);

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace entente::corpus
