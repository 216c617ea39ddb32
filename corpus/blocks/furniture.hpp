// What a line is when all of it is a formula that pages use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::corpus {

enum class LineRole : std::uint8_t {
  None,
  Furniture,    // counters, buttons, forms, navigation, disclaimers, rights, tags
  Credit,       // who made the picture
  RelatedLabel, // opens a list of links to other pages, or the readers' comments
  AboutLabel,   // opens the author's biography
  WrittenBy,    // opens a list of authors
  SignOff,      // who else reported, edited, translated
};

// Role of a whole line (table in furniture.def). `plain` is the line as plain_line() gives it; a longer line than
// the formula's own limit has no role.
LineRole role_of_line(std::string_view plain);

// Longest line that any formula allows, in bytes.
std::size_t longest_formula();

// The line with one blank for any white space, ASCII for typographic quotation marks and dashes, and without the
// brackets, arrows and rules around it.
std::string plain_line(std::string_view line);

}  // namespace entente::corpus
