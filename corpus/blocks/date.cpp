#include "corpus/blocks/date.hpp"

#include <array>
#include <cstdio>

#include "core/base/calendar.hpp"

namespace entente::corpus {
namespace {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::string> edtf(Date d) {
  if (d.year < 1000 || d.year > 2999 || d.month < 0 || d.month > 12 || d.day < 0) return std::nullopt;
  if (d.month == 0) return d.day == 0 ? std::optional(std::to_string(d.year)) : std::nullopt;
  if (d.day > days_in_month(d.year, d.month)) return std::nullopt;
  char out[32];
  if (d.day == 0) {
    std::snprintf(out, sizeof out, "%04d-%02d", d.year, d.month);
  } else {
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", d.year, d.month, d.day);
  }
  return out;
}

// Digits at the front of `rest`, at most four, taken off; -1 if there are none.
int take_number(std::string_view& rest, std::size_t* digits = nullptr) {
  std::size_t n = 0;
  int value = 0;
  while (n < rest.size() && n < 5 && is_digit(rest[n])) value = value * 10 + (rest[n++] - '0');
  if (digits != nullptr) *digits = n;
  rest.remove_prefix(n);
  return n == 0 || n > 4 ? -1 : value;
}

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

int month_of(const std::string& word) {
  constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                        "july",    "august",   "september", "october", "november", "december"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return word == "sept" ? 9 : 0;
}

bool is_weekday(const std::string& word) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  for (const auto day : kDays) {
    if (word == day || (word.size() >= 3 && word.size() <= 5 && day.substr(0, word.size()) == word)) return true;
  }
  return false;
}

// Words that may stand in a date line without being part of the date.
bool is_filler(const std::string& word) {
  constexpr std::array<std::string_view, 22> kWords = {"of",  "the", "on",  "at",  "am",  "pm",  "a.m.", "p.m.", "gmt", "utc", "est",
                                                       "edt", "cet", "cest", "bst", "ist", "pst", "pdt",  "msk",  "hrs", "h",   "et"};
  for (const auto filler : kWords) {
    if (word == filler) return true;
  }
  return false;
}

// "15", "15th", "2021"; false if the word is no number that a date could hold once more.
bool take_day_or_year(std::string_view word, Date& date) {
  std::size_t digits = 0;
  const int value = take_number(word, &digits);
  if (value < 0) return false;
  const bool ordinal = word == "st" || word == "nd" || word == "rd" || word == "th";
  if (digits == 4 && word.empty() && date.year == 0) return date.year = value, true;
  if (digits <= 2 && (word.empty() || ordinal) && date.day == 0 && value >= 1 && value <= 31) return date.day = value, true;
  return false;
}

// "3:45", "15:04:05", "3:45pm".
bool is_time(std::string_view word) {
  if (word.find(':') == std::string_view::npos || !is_digit(word[0])) return false;
  std::size_t i = 0;
  while (i < word.size() && (is_digit(word[i]) || word[i] == ':')) ++i;
  const std::string_view rest = word.substr(i);
  return rest.empty() || rest == "am" || rest == "pm";
}

// What may stand behind a full date: nothing, or a time set off by "T" or a blank.
bool is_time_tail(std::string_view rest) {
  if (rest.empty()) return true;
  return (rest[0] == 'T' || rest[0] == 't' || rest[0] == ' ') && rest.size() >= 3 && is_digit(rest[1]);
}

// "15.06.2021", "15/06/2021" where the first number cannot be a month, "15-06-2021" likewise.
std::optional<std::string> day_first(int day, char mark, std::string_view rest) {
  const int month = take_number(rest);
  if (month < 1 || rest.empty() || rest[0] != mark || (mark != '.' && day <= 12)) return std::nullopt;
  rest.remove_prefix(1);
  const int year = take_number(rest);
  return day >= 1 && is_time_tail(rest) && year > 0 ? edtf({year, month, day}) : std::nullopt;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view value) {
  std::size_t digits = 0;
  const int first = take_number(value, &digits);
  if (first < 0 || digits == 3) return std::nullopt;
  if (digits == 4 && value.empty()) return edtf({first, 0, 0});
  if (value.empty()) return std::nullopt;
  const char mark = value[0];
  if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  value.remove_prefix(1);
  if (digits <= 2) return day_first(first, mark, value);
  const int month = take_number(value, &digits);
  if (month < 1 || digits != 2) return std::nullopt;
  if (value.empty()) return edtf({first, month, 0});
  if (value[0] != mark) return std::nullopt;
  value.remove_prefix(1);
  const int day = take_number(value, &digits);
  return day >= 1 && digits == 2 && is_time_tail(value) ? edtf({first, month, day}) : std::nullopt;
}

std::optional<std::string> date_in_words(std::string_view value) {
  if (value.size() > 64) return std::nullopt;
  Date date;
  int words = 0;
  for (std::size_t at = 0; at < value.size();) {
    const auto is_gap = [&](char c) { return c == ' ' || c == ',' || c == '-' || c == '\t' || c == '(' || c == ')'; };
    if (is_gap(value[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < value.size() && !is_gap(value[end])) ++end;
    std::string word = lower(value.substr(at, end - at));
    at = end;
    if (++words > 10) return std::nullopt;
    if (is_filler(word) || is_time(word)) continue;
    if (word.back() == '.') word.pop_back();
    if (const int month = month_of(word); month != 0) {
      if (date.month != 0) return std::nullopt;
      date.month = month;
    } else if (!is_weekday(word) && !take_day_or_year(word, date)) {
      return std::nullopt;
    }
  }
  if (date.month == 0 || date.year == 0) return std::nullopt;
  return edtf(date);
}

}  // namespace entente::corpus
