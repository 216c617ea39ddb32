// One block of a page looked at alone: formula, date line, byline, name or text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/blocks/furniture.hpp"

namespace entente::corpus {

inline constexpr std::size_t kLineBytes = 160;    // bylines, date lines, names, headings
inline constexpr std::size_t kMetadataWords = 24;  // a line of names and dates has no more

struct Look {
  std::string_view text;
  std::string plain;  // only for blocks that are short enough for a formula
  LineRole role = LineRole::None;
  std::size_t words = 0;  // of short blocks; long ones have kMany
  bool sentence = false;
  bool person = false;
  bool by = false;  // a byline or a date line
  std::optional<std::string> date;
  bool updated = false;  // the date of a later version
  std::vector<std::string> authors;
};

// `at_edge`: near an end of the page, where long formulas (disclaimers, rights) stand.
Look look_at(std::string_view text, bool at_edge);

// "Astana, 4 July 2024", as communiqués begin.
std::optional<std::string> place_and_date(std::string_view line);

}  // namespace entente::corpus
