// A short word in ASCII lower case without an allocation.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "corpus/segment/chars.hpp"

namespace entente::corpus {

// At most 15 bytes; a longer word is in none of the word lists and becomes empty.
class Lowered {
 public:
  explicit Lowered(std::string_view word) {
    if (word.size() >= bytes_.size()) return;
    for (const char c : word) bytes_[size_++] = ascii_lower(c);
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 16> bytes_;
  std::size_t size_ = 0;
};

}  // namespace entente::corpus
