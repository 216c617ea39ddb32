// The words of one sentence as the time grammar sees them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/segment/segment.hpp"
#include "extract/analysis.hpp"
#include "extract/time/times.hpp"
#include "extract/time/words.hpp"

namespace entente::extract {

struct Item {
  TimeClass cls = TimeClass::None;
  int value = 0;
  bool capital = false;
  bool digits = false;   // written in digits
  bool mid = false;      // mid-July, mid-1996
  bool glued = false;    // no white space before it
};

// Year, Number, Decade, IsoDate (value 0: 2021-06-15, 1: 15/6/2021 or 15.6.2021, 2: 2012/13), Clock (minutes) or Ordinal.
Item numeric_item(std::string_view form);

// Words that need not be looked up: one for each token, and what each symbol means. May be empty.
struct KnownItems {
  std::span<const Word> words;
  std::span<const KnownTimeWord> meanings;
};

// One item per token of [first, last); true if one of them can begin an expression.
bool read_items(std::string_view text, const std::vector<corpus::Token>& tokens, std::uint32_t first, std::uint32_t last,
                const KnownItems& known, std::vector<Item>& items);

}  // namespace entente::extract
