#include "extract/time/calendar.hpp"

namespace entente::extract {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

bool is_valid(const Date& d) { return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(d.year, d.month); }

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  Date date;
  const auto year = digits(text.substr(0, 4));
  if (!year) return std::nullopt;
  date.year = *year;
  if (text.size() >= 7) {
    const auto month = digits(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = digits(text.substr(8, 2));
    if (text[7] != '-' || !day) return std::nullopt;
    date.day = *day;
    if (!is_valid(date)) return std::nullopt;
  }
  return date;
}

std::int64_t day_number(const Date& d) { return entente::day_number(d.year, d.month, d.day); }

// After H. Hinnant, chrono-compatible low-level date algorithms.
Date date_of(std::int64_t z) {
  z += 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const auto doe = static_cast<unsigned>(z - era * 146097);
  const unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const unsigned mp = (5 * doy + 2) / 153;
  Date d;
  d.day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  d.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  d.year = static_cast<int>(static_cast<std::int64_t>(yoe) + era * 400) + (d.month <= 2 ? 1 : 0);
  return d;
}

int weekday_of(const Date& date) {
  const std::int64_t n = day_number(date);  // 1970-01-01 was a Thursday
  return static_cast<int>(((n + 3) % 7 + 7) % 7) + 1;
}

Date add_days(const Date& date, std::int64_t days) { return date_of(day_number(date) + days); }

Date add_months(const Date& date, int months) {
  const int total = date.year * 12 + (date.month - 1) + months;
  Date out;
  out.year = total >= 0 ? total / 12 : -((-total + 11) / 12);
  out.month = total - out.year * 12 + 1;
  out.day = date.day;
  if (out.day > 0 && out.day > days_in_month(out.year, out.month)) out.day = days_in_month(out.year, out.month);
  return out;
}

IsoWeek iso_week(const Date& date) {
  const Date thursday = add_days(date, 4 - weekday_of(date));
  const auto first = day_number({thursday.year, 1, 1});
  return {thursday.year, static_cast<int>((day_number(thursday) - first) / 7) + 1};
}

std::string write_two(int number) { return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)}; }

std::string write_year(int year) {
  std::string text = std::to_string(year);
  while (text.size() < 4) text.insert(text.begin(), '0');
  return text;
}

std::string write(const Date& date) {
  std::string text = write_year(date.year);
  if (date.month > 0) text += "-" + write_two(date.month);
  if (date.month > 0 && date.day > 0) text += "-" + write_two(date.day);
  return text;
}

std::string write_interval(const Date& first, const Date& last) { return write(first) + "/" + write(last); }

}  // namespace entente::extract
