#include "core/rdf/xsd_time.hpp"

#include "core/base/calendar.hpp"

namespace entente::rdf {
namespace {

using Kind = OrderedValue::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& s, char c) {
  if (s.empty() || s[0] != c) return false;
  s.remove_prefix(1);
  return true;
}

bool two_digits(std::string_view& s, int low, int high, int& out) {
  if (s.size() < 2 || !is_digit(s[0]) || !is_digit(s[1])) return false;
  out = (s[0] - '0') * 10 + (s[1] - '0');
  s.remove_prefix(2);
  return out >= low && out <= high;
}

// -?([1-9][0-9]{3,}|0[0-9]{3}), at most 11 digits so that seconds fit.
bool year(std::string_view& s, std::int64_t& out) {
  const bool negative = take(s, '-');
  std::size_t n = 0;
  out = 0;
  for (; n < s.size() && is_digit(s[n]); ++n) {
    if (n == 11) return false;
    out = out * 10 + (s[n] - '0');
  }
  if (n < 4 || (n > 4 && s[0] == '0')) return false;
  s.remove_prefix(n);
  if (negative) out = -out;
  return true;
}

// Digits after a point, without trailing zeros; false if a point has none.
bool fraction(std::string_view& s, std::string_view& out) {
  out = {};
  if (!take(s, '.')) return true;
  std::size_t n = 0;
  while (n < s.size() && is_digit(s[n])) ++n;
  out = s.substr(0, n);
  s.remove_prefix(n);
  while (!out.empty() && out.back() == '0') out.remove_suffix(1);
  return n > 0;
}

struct Parser {
  std::string_view s;
  std::int64_t y = 1972;  // a leap year, for the kinds that have none
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::string_view fractional;
  std::int64_t zone = 0;
  bool zoned = false;

  bool clock() {
    if (!(two_digits(s, 0, 24, hour) && take(s, ':') && two_digits(s, 0, 59, minute) && take(s, ':') &&
          two_digits(s, 0, 59, second) && fraction(s, fractional))) {
      return false;
    }
    return hour < 24 || (minute == 0 && second == 0 && fractional.empty());
  }

  bool offset() {
    if (s.empty()) return true;
    zoned = true;
    if (take(s, 'Z')) return s.empty();
    const bool minus = s[0] == '-';
    if (!take(s, '+') && !take(s, '-')) return false;
    int hours = 0;
    int minutes = 0;
    if (!(two_digits(s, 0, 14, hours) && take(s, ':') && two_digits(s, 0, 59, minutes) && s.empty())) return false;
    if (hours == 14 && minutes != 0) return false;
    zone = (hours * 60 + minutes) * (minus ? -60 : 60);
    return true;
  }

  bool month_part() { return two_digits(s, 1, 12, month); }
  bool day_part() { return two_digits(s, 1, 31, day); }
  bool dashes(int n) {
    for (; n > 0; --n) {
      if (!take(s, '-')) return false;
    }
    return true;
  }

  bool fields(Kind kind) {
    switch (kind) {
      case Kind::DateTime: return year(s, y) && dashes(1) && month_part() && dashes(1) && day_part() && take(s, 'T') && clock();
      case Kind::Date: return year(s, y) && dashes(1) && month_part() && dashes(1) && day_part();
      case Kind::Time: return clock();
      case Kind::Year: return year(s, y);
      case Kind::YearMonth: return year(s, y) && dashes(1) && month_part();
      case Kind::Month: return dashes(2) && month_part();
      case Kind::Day: return dashes(3) && day_part();
      case Kind::MonthDay: return dashes(2) && month_part() && dashes(1) && day_part();
      default: return false;
    }
  }

  // "24:00:00" is the next day's start, but the same time of day.
  std::int64_t instant(Kind kind) const {
    const std::int64_t days = day_number(y, month, day);
    const int hours = kind == Kind::Time ? hour % 24 : hour;
    return days * 86400 + (hours * 60 + minute) * 60 + second - zone;
  }
};

// Digits before `unit`, or 0 if another unit comes first.
bool amount(std::string_view& s, char unit, std::int64_t& out, bool& any) {
  std::size_t n = 0;
  std::int64_t value = 0;
  while (n < s.size() && is_digit(s[n])) {
    if (n == 15) return false;
    value = value * 10 + (s[n++] - '0');
  }
  if (n == 0 || n == s.size() || s[n] != unit) return true;
  s.remove_prefix(n + 1);
  out = value;
  any = true;
  return true;
}

bool seconds_amount(std::string_view& s, std::int64_t& out, std::string_view& fractional, bool& any) {
  std::size_t n = 0;
  while (n < s.size() && is_digit(s[n])) {
    if (n == 15) return false;
    out = out * 10 + (s[n++] - '0');
  }
  if (n == 0) return true;
  s.remove_prefix(n);
  any = true;
  return fraction(s, fractional) && take(s, 'S');
}

}  // namespace

bool parse_time(Kind kind, std::string_view lexical, OrderedValue& out) {
  Parser parser;
  parser.s = lexical;
  if (!parser.fields(kind) || !parser.offset() || parser.day > days_in_month(parser.y, parser.month)) return false;
  out.kind = kind;
  out.zoned = parser.zoned;
  out.seconds = parser.instant(kind);
  out.fraction = parser.fractional;
  return true;
}

bool parse_duration(std::string_view lexical, bool months, bool seconds, OrderedValue& out) {
  std::string_view s = lexical;
  const bool negative = take(s, '-');
  if (!take(s, 'P')) return false;
  std::int64_t parts[5] = {};  // years, months, days, hours, minutes
  bool any = false;
  if (months && !(amount(s, 'Y', parts[0], any) && amount(s, 'M', parts[1], any))) return false;
  out.seconds = 0;
  out.fraction = {};
  if (seconds) {
    if (!amount(s, 'D', parts[2], any)) return false;
    if (take(s, 'T')) {
      bool any_time = false;
      if (!(amount(s, 'H', parts[3], any_time) && amount(s, 'M', parts[4], any_time) &&
            seconds_amount(s, out.seconds, out.fraction, any_time) && any_time)) {
        return false;
      }
      any = true;
    }
  }
  if (!any || !s.empty()) return false;
  out.months = parts[0] * 12 + parts[1];
  out.seconds += parts[2] * 86400 + parts[3] * 3600 + parts[4] * 60;
  out.kind = months && seconds ? Kind::Duration : (months ? Kind::Months : Kind::Seconds);
  out.negative = negative;
  if (negative) {
    out.months = -out.months;
    out.seconds = -out.seconds;
  }
  return true;
}

}  // namespace entente::rdf
