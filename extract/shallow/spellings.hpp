// Lower case and shapes of one sentence's words, in space that is used again for the next sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"

namespace entente::extract {

class Spellings {
 public:
  // Takes the words of tokens [first, last) of the analysis in place of those it had.
  void read(const Analysis& analysis, std::uint32_t first, std::uint32_t last);
  // By word of the sentence; valid until the next read().
  std::span<const std::string_view> lower() const { return lower_; }
  // Without kSentenceStart.
  std::uint8_t shape(std::size_t word) const { return shapes_[word]; }

 private:
  bool add_short(const char* at, std::size_t size);
  bool add_ascii(std::string_view form);
  void add_wide(std::string_view form);
  char* room(std::size_t size);

  std::vector<char> chars_;                  // the first used_ are lower-case spellings, one after the other
  std::size_t used_ = 0;
  std::vector<std::uint32_t> ends_;          // of each word, in chars_
  std::vector<std::uint8_t> shapes_;
  std::vector<std::string_view> lower_;
  std::string wide_;
  std::uint8_t shape_ = 0;                   // of the word added last
};

}  // namespace entente::extract
