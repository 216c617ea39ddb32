// Quotation marks of a segmented text: what each mark is, and the quotations they enclose.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "corpus/segment/segment.hpp"

namespace entente::corpus {

enum class QuoteRole : std::uint8_t {
  None,        // no quotation mark
  Opening,
  Closing,     // also one whose opening mark is missing
  Apostrophe,  // of a possessive or an elision that stands alone: states'
  Measure,     // feet and inches, minutes and seconds
};

inline constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();

// One stretch between an opening and a closing mark within one paragraph. A quotation over paragraphs is several
// of these, tied by `previous` and `next`: each further paragraph re-opens (or not) and only the last one closes.
struct Quotation {
  Span span;                       // with its marks
  Span content;                    // without them
  std::uint32_t first = 0;         // tokens [first, last) between the marks
  std::uint32_t last = 0;
  std::uint32_t open = no_index;   // token of the opening mark; none if a paragraph does not re-open
  std::uint32_t close = no_index;  // token of the closing mark; none if it is missing or another paragraph follows
  std::uint32_t parent = no_index; // the quotation in which this one stands
  std::uint32_t previous = no_index;
  std::uint32_t next = no_index;   // its continuation in a later paragraph
  bool single = false;             // '...' or ‘...’

  // False where a mark is missing and the end is a guess (the end of the sentence).
  bool closed() const { return close != no_index || next != no_index; }
};

struct Quotes {
  std::vector<QuoteRole> roles;       // one per token
  std::vector<Quotation> quotations;  // by opening, outer before inner
};

// Directional marks are believed, undirected ones are judged by what stands beside them, so a missing mark spoils
// its own paragraph only. Linear time.
Quotes find_quotes(std::string_view text, const Segmentation& segmentation);

}  // namespace entente::corpus
