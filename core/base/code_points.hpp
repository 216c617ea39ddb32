// From byte offsets to code point offsets of one text, in constant time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"

namespace entente {

// Holds one count per 64 bytes; the text must be well-formed UTF-8 and outlive the index.
class CodePointIndex {
 public:
  CodePointIndex() = default;
  explicit CodePointIndex(std::string_view text);

  // Code points before byte `offset` (at most the text's size).
  std::uint32_t at(std::uint32_t offset) const;
  // The span counted in code points instead of bytes.
  Span of(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }
  // Byte offset of code point `index`; the text's size if there are fewer.
  std::uint32_t byte_of(std::uint32_t index) const;
  // Code points of the whole text.
  std::uint32_t length() const { return length_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points before byte 64*i; empty if the text is ASCII
  std::uint32_t length_ = 0;
};

}  // namespace entente
