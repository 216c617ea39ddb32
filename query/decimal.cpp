#include "query/decimal.hpp"

#include <algorithm>
#include <cmath>

namespace entente::query {
namespace {

constexpr int kMaxScale = 18;
constexpr int kMaxDigits = 37;  // 10^37 fits

Int128 power(int n) {
  Int128 value = 1;
  while (n-- > 0) value *= 10;
  return value;
}

Int128 magnitude(Int128 v) { return v < 0 ? -v : v; }

int digit_count(Int128 v) {
  int count = 0;
  for (v = magnitude(v); v != 0; v /= 10) ++count;
  return count;
}

Decimal normal(Int128 units, int scale) {
  while (scale > 0 && units % 10 == 0) {
    units /= 10;
    --scale;
  }
  return {units, scale};
}

std::optional<Int128> scaled(const Decimal& d, int scale) {
  if (digit_count(d.units) + scale - d.scale > kMaxDigits) return std::nullopt;
  return d.units * power(scale - d.scale);
}

bool is_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const auto dot = text.find('.');
  const auto whole = text.substr(0, dot);
  auto fraction = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
  if (!is_digits(whole) || !is_digits(fraction) || (whole.empty() && fraction.empty())) return std::nullopt;
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
  fraction = fraction.substr(0, kMaxScale);
  Int128 units = 0;
  int digits = 0;
  for (const auto part : {whole, fraction}) {
    for (const char c : part) {
      digits += digits > 0 || c != '0';
      if (digits > kMaxDigits) return std::nullopt;
      units = units * 10 + (c - '0');
    }
  }
  return normal(negative ? -units : units, static_cast<int>(fraction.size()));
}

std::optional<Decimal> parse_integer(std::string_view text) {
  return text.find('.') == std::string_view::npos ? parse_decimal(text) : std::nullopt;
}

std::string to_text(const Decimal& value) {
  std::string digits;
  for (Int128 v = magnitude(value.units); v != 0 || static_cast<int>(digits.size()) <= value.scale; v /= 10) {
    digits += static_cast<char>('0' + static_cast<int>(v % 10));
  }
  if (value.units < 0) digits += '-';
  std::reverse(digits.begin(), digits.end());
  if (value.scale > 0) digits.insert(digits.size() - static_cast<std::size_t>(value.scale), 1, '.');
  return digits;
}

double to_double(const Decimal& value) {
  return static_cast<double>(static_cast<long double>(value.units) / static_cast<long double>(power(value.scale)));
}

std::optional<Decimal> from_double(double value) {
  if (!std::isfinite(value) || std::fabs(value) >= 1e18) return std::nullopt;
  char text[64];
  std::snprintf(text, sizeof text, "%.18f", value);
  return parse_decimal(text);
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale, b.scale);
  const auto x = scaled(a, scale);
  const auto y = scaled(b, scale);
  if (!x || !y) return std::nullopt;
  return normal(*x + *y, scale);
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  if (digit_count(a.units) + digit_count(b.units) > kMaxDigits) return std::nullopt;
  Int128 units = a.units * b.units;
  int scale = a.scale + b.scale;
  for (; scale > kMaxScale; --scale) units /= 10;
  return normal(units, scale);
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b) {
  if (b.units == 0) return std::nullopt;
  // a/10^as / (b/10^bs) with 18 more digits, as far as they fit.
  const int extra = std::min(kMaxScale, kMaxDigits - digit_count(a.units));
  Int128 units = a.units * power(extra) / b.units;
  int scale = a.scale - b.scale + extra;
  for (; scale > kMaxScale; --scale) units /= 10;
  for (; scale < 0; ++scale) {
    if (digit_count(units) >= kMaxDigits) return std::nullopt;
    units *= 10;
  }
  return normal(units, scale);
}

Decimal negate(const Decimal& a) { return {-a.units, a.scale}; }

int compare(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale, b.scale);
  const auto x = scaled(a, scale);
  const auto y = scaled(b, scale);
  if (x && y) return *x < *y ? -1 : static_cast<int>(*x > *y);
  const auto p = static_cast<long double>(a.units) / static_cast<long double>(power(a.scale));
  const auto q = static_cast<long double>(b.units) / static_cast<long double>(power(b.scale));
  return p < q ? -1 : static_cast<int>(p > q);
}

Decimal truncate(const Decimal& a) { return {a.units / power(a.scale), 0}; }

Decimal floor(const Decimal& a) {
  Decimal whole = truncate(a);
  if (a.units < 0 && a.units % power(a.scale) != 0) --whole.units;
  return whole;
}

}  // namespace entente::query
