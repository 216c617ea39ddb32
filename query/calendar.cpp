#include "query/calendar.hpp"

#include "core/base/calendar.hpp"

namespace entente::query {
namespace {

constexpr std::int64_t kZoneSpan = 14 * 3600;

struct Cursor {
  std::string_view rest;

  bool take(char c) {
    if (rest.empty() || rest[0] != c) return false;
    rest.remove_prefix(1);
    return true;
  }

  std::optional<int> two() {
    if (rest.size() < 2 || rest[0] < '0' || rest[0] > '9' || rest[1] < '0' || rest[1] > '9') return std::nullopt;
    const int value = (rest[0] - '0') * 10 + (rest[1] - '0');
    rest.remove_prefix(2);
    return value;
  }

  bool year(Moment& m) {
    const bool negative = take('-');
    std::size_t n = 0;
    std::int64_t value = 0;
    while (n < rest.size() && rest[n] >= '0' && rest[n] <= '9') {
      if (n >= 12) return false;
      value = value * 10 + (rest[n++] - '0');
    }
    if (n < 4 || (n > 4 && rest[0] == '0')) return false;
    rest.remove_prefix(n);
    m.year = negative ? -value : value;
    return true;
  }

  bool date(Moment& m) {
    if (!year(m) || !take('-')) return false;
    const auto month = two();
    if (!month || *month < 1 || *month > 12 || !take('-')) return false;
    const auto day = two();
    if (!day || *day < 1 || *day > days_in_month(m.year, *month)) return false;
    m.month = *month;
    m.day = *day;
    return true;
  }

  bool seconds(Moment& m) {
    std::size_t n = 0;
    while (n < rest.size() && ((rest[n] >= '0' && rest[n] <= '9') || rest[n] == '.')) ++n;
    const auto text = rest.substr(0, n);
    const bool shape = n == 2 || (n > 3 && text[2] == '.');
    const auto value = shape && text.find('.') != 0 && text.find('.') != 1 ? parse_decimal(text) : std::nullopt;
    if (!value || compare(*value, Decimal{60, 0}) >= 0) return false;
    rest.remove_prefix(n);
    m.second = *value;
    return true;
  }

  bool time(Moment& m) {
    const auto hour = two();
    if (!hour || !take(':')) return false;
    const auto minute = two();
    if (!minute || *minute > 59 || !take(':') || !seconds(m)) return false;
    m.hour = *hour;
    m.minute = *minute;
    return *hour < 24 || (*hour == 24 && *minute == 0 && m.second.units == 0);
  }

  bool zone(Moment& m) {
    m.zone = std::string(rest);
    if (rest.empty()) return true;
    m.has_zone = true;
    if (rest == "Z") return true;
    const bool negative = rest[0] == '-';
    if (!take('+') && !take('-')) return false;
    const auto hours = two();
    if (!hours || !take(':')) return false;
    const auto minutes = two();
    if (!minutes || *minutes > 59 || *hours > 14 || (*hours == 14 && *minutes != 0) || !rest.empty()) return false;
    m.zone_minutes = (*hours * 60 + *minutes) * (negative ? -1 : 1);
    return true;
  }
};

// Whole seconds on the time line; the fraction is compared apart.
std::int64_t whole_seconds(const Moment& m) {
  const auto second = static_cast<std::int64_t>(truncate(m.second).units);
  return day_number(m.year, m.month, m.day) * 86400 + m.hour * 3600 + (m.minute - m.zone_minutes) * 60 + second;
}

Decimal fraction(const Moment& m) { return *add(m.second, negate(truncate(m.second))); }

int sign(std::int64_t v) { return v < 0 ? -1 : static_cast<int>(v > 0); }

}  // namespace

std::optional<Moment> parse_date_time(std::string_view text) {
  Moment m;
  Cursor cursor{text};
  if (!cursor.date(m) || !cursor.take('T') || !cursor.time(m) || !cursor.zone(m)) return std::nullopt;
  return m;
}

std::optional<Moment> parse_date(std::string_view text) {
  Moment m;
  Cursor cursor{text};
  if (!cursor.date(m) || !cursor.zone(m)) return std::nullopt;
  return m;
}

std::optional<Moment> parse_time(std::string_view text) {
  Moment m;
  Cursor cursor{text};
  if (!cursor.time(m) || !cursor.zone(m)) return std::nullopt;
  if (m.hour == 24) m.hour = 0;
  return m;
}

int order(const Moment& a, const Moment& b) {
  const std::int64_t x = whole_seconds(a);
  const std::int64_t y = whole_seconds(b);
  return x != y ? sign(x - y) : compare(fraction(a), fraction(b));
}

std::optional<int> compare(const Moment& a, const Moment& b) {
  if (a.has_zone == b.has_zone) return order(a, b);
  const std::int64_t gap = whole_seconds(a) - whole_seconds(b);
  if (gap >= -kZoneSpan && gap <= kZoneSpan) return std::nullopt;
  return sign(gap);
}

}  // namespace entente::query
