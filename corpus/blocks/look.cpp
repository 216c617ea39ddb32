#include "corpus/blocks/look.hpp"

#include <algorithm>

#include "corpus/blocks/date.hpp"
#include "corpus/blocks/marks.hpp"
#include "corpus/blocks/names.hpp"

namespace entente::corpus {
namespace {

constexpr std::size_t kProseBytes = 300;         // longer blocks are prose, their words are not counted
constexpr std::size_t kInnerFormulaBytes = 160;  // longest formula amid the text
constexpr std::size_t kMany = 1000;

std::size_t count_words(std::string_view text) {
  std::size_t words = !text.empty() && text[0] != ' ';
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  for (std::size_t i = 1; i < text.size(); ++i) words += static_cast<std::size_t>(is_space(text[i - 1]) && !is_space(text[i]));
  return words;
}

// "Last updated: 3 May 2021": the date, and whether it is that of a later version.
std::optional<std::string> labelled_date(std::string_view line, bool& updated) {
  for (const std::string_view label : {"last updated", "last modified", "updated", "modified"}) {
    if (starts_with_any_case(line, label)) {
      updated = true;
      line.remove_prefix(label.size());
      break;
    }
  }
  for (const std::string_view label : {"first published", "published", "posted", "publication date", "release date", "released",
                                       "issue date", "issued", "created", "date"}) {
    if (!updated && starts_with_any_case(line, label)) {
      line.remove_prefix(label.size());
      break;
    }
  }
  if (starts_with_any_case(line, " on ")) line.remove_prefix(4);
  const std::size_t begin = line.find_first_not_of(" :-");
  if (begin == std::string_view::npos) return std::nullopt;
  line.remove_prefix(begin);
  if (auto date = iso_date(line); date && line.size() > 4) return date;
  return date_in_words(line);
}

// "NAIROBI, Kenya (AP) --" on a line of its own.
bool is_dateline(std::string_view line) {
  if (line.size() > 80 || line.size() < 4 || !starts_upper(line)) return false;
  const char last = line.back();
  return (last == '-' || last == '_') && line[line.size() - 2] != '_';
}

// One part of "Jane Roe | 3 May 2021 | 5 min read".
bool look_at_part(std::string_view part, Look& look) {
  bool updated = false;
  if (const auto date = labelled_date(part, updated)) {
    if (!look.date || look.updated) {
      look.date = date;
      look.updated = updated;
    }
    return true;
  }
  if (parse_byline(part, look.authors)) return true;
  return role_of_line(part) == LineRole::Furniture;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The date of a line that ends or begins with one, beside an author: "By Jane Roe, 3 May 2021", "3 May 2021 by ...".
bool date_beside_names(std::string_view line, Look& look) {
  if (look.words > 14 || !has_digit(line)) return false;
  for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    const std::string_view front = line.substr(0, at);
    const std::string_view back = line.substr(at + 1);
    std::vector<std::string> authors;
    if (parse_byline(front, authors)) {
      if (const auto date = date_in_words(back.substr(back.substr(0, 3) == "on " ? 3 : 0))) {
        look.date = date;
        look.authors = authors;
        return true;
      }
    }
    authors.clear();
    if (parse_byline(back, authors)) {
      if (const auto date = date_in_words(front)) {
        look.date = date;
        look.authors = authors;
        return true;
      }
    }
  }
  return false;
}

// "A | B | C" in parts; names alone count only beside a byline or a date.
void look_at_line(Look& look) {
  const std::string_view line = look.plain;
  if (is_dateline(line) || date_beside_names(line, look)) {
    look.by = true;
    return;
  }
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= line.size();) {
    std::size_t end = line.find(" | ", at);
    if (end == std::string_view::npos) end = line.size();
    parts.push_back(line.substr(at, end - at));
    at = end + 3;
  }
  std::vector<std::string_view> names;
  for (const auto part : parts) {
    if (look_at_part(part, look)) continue;
    if (!looks_like_person(part)) return;
    names.push_back(part);
  }
  if (names.empty()) {
    look.by = look.date || !look.authors.empty() || (parts.size() == 1 && parse_byline(parts[0], look.authors));
  } else if (parts.size() > 1 && look.date) {
    look.by = true;
    look.authors.insert(look.authors.end(), names.begin(), names.end());
  }
  if (!look.by) look.authors.clear();
}

}  // namespace

std::optional<std::string> place_and_date(std::string_view line) {
  const std::size_t comma = line.find(", ");
  if (comma == std::string_view::npos || comma > 40 || !starts_upper(line) || count_words(line.substr(0, comma)) > 3) return std::nullopt;
  return date_in_words(line.substr(comma + 2));
}

Look look_at(std::string_view text, bool at_edge) {
  Look look;
  look.text = text;
  look.sentence = ends_like_sentence(text);
  look.words = text.size() > kProseBytes ? kMany : count_words(text);
  if (text.size() > (at_edge ? longest_formula() : kInnerFormulaBytes)) return look;
  look.plain = plain_line(text);
  look.role = role_of_line(look.plain);
  if (look.role != LineRole::None || text.size() > kLineBytes) return look;
  if (look.words > kMetadataWords) return look;
  look.person = looks_like_person(look.plain);
  look_at_line(look);
  return look;
}

}  // namespace entente::corpus
