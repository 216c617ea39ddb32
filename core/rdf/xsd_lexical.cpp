#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "core/rdf/vocabulary.hpp"
#include "core/rdf/xsd.hpp"
#include "core/rdf/xsd_time.hpp"

namespace entente::rdf {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t digits(std::string_view& s) {
  std::size_t n = 0;
  while (n < s.size() && is_digit(s[n])) ++n;
  s.remove_prefix(n);
  return n;
}

void sign(std::string_view& s) {
  if (!s.empty() && (s[0] == '+' || s[0] == '-')) s.remove_prefix(1);
}

bool mantissa(std::string_view& s) {
  sign(s);
  std::size_t n = digits(s);
  if (!s.empty() && s[0] == '.') {
    s.remove_prefix(1);
    n += digits(s);
  }
  return n > 0;
}

bool decimal(std::string_view s) { return mantissa(s) && s.empty(); }

bool floating(std::string_view s) {
  if (s == "NaN" || s == "INF" || s == "-INF" || s == "+INF") return true;
  if (!mantissa(s)) return false;
  if (s.empty()) return true;
  if (s[0] != 'e' && s[0] != 'E') return false;
  s.remove_prefix(1);
  sign(s);
  return digits(s) > 0 && s.empty();
}

bool boolean(std::string_view s) { return s == "true" || s == "false" || s == "0" || s == "1"; }

bool integer(std::string_view s) {
  sign(s);
  return digits(s) > 0 && s.empty();
}

// The value of digits without sign that fit, so that most numbers need no more than this.
std::optional<std::uint64_t> small(std::string_view s) {
  if (s.empty() || s.size() > 18) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : s) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

// Whether an integer lies in [low, high], each given as its digits with a sign; empty: no bound.
bool in_range(std::string_view s, std::string_view low, std::string_view high) {
  if (const auto value = small(s); value && high.empty()) {
    if (const auto least = small(low); least) return *value >= *least;
  }
  if (!integer(s)) return false;
  constexpr std::string_view type = vocab::xsd::integer;
  const OrderedValue value = ordered_value({TermKind::Literal, s, type, {}});
  const auto at_least = [&](std::string_view bound) {
    return compare(value, ordered_value({TermKind::Literal, bound, type, {}})) >= 0;
  };
  const auto at_most = [&](std::string_view bound) {
    return compare(value, ordered_value({TermKind::Literal, bound, type, {}})) <= 0;
  };
  return (low.empty() || at_least(low)) && (high.empty() || at_most(high));
}

bool normalized_string(std::string_view s) { return s.find_first_of("\t\n\r") == std::string_view::npos; }

bool token(std::string_view s) {
  return normalized_string(s) && s.find("  ") == std::string_view::npos && (s.empty() || (s.front() != ' ' && s.back() != ' '));
}

bool is_name_char(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool nmtoken(std::string_view s) { return !s.empty() && std::all_of(s.begin(), s.end(), is_name_char); }
bool name(std::string_view s) { return nmtoken(s) && !is_digit(s[0]) && s[0] != '-' && s[0] != '.'; }
bool ncname(std::string_view s) { return name(s) && s.find(':') == std::string_view::npos; }

bool language(std::string_view s) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : s) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
    } else if (!(is_letter(c) || (!first && is_digit(c))) || ++length > 8) {
      return false;
    }
  }
  return length > 0;
}

bool hex_binary(std::string_view s) {
  return s.size() % 2 == 0 && std::all_of(s.begin(), s.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

// Single spaces may stand between characters.
bool base64_binary(std::string_view s) {
  std::size_t count = 0;
  std::size_t padding = 0;
  char last = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    if (c == ' ') {
      if (i == 0 || i + 1 == s.size() || s[i - 1] == ' ') return false;
      continue;
    }
    if (c == '=') {
      if (++padding > 2) return false;
    } else if (padding > 0 || !(is_letter(c) || is_digit(c) || c == '+' || c == '/')) {
      return false;
    } else {
      last = c;
    }
    ++count;
  }
  if (count % 4 != 0) return false;
  if (padding == 1) return std::string_view("AEIMQUYcgkosw048").find(last) != std::string_view::npos;
  return padding == 0 || std::string_view("AQgw").find(last) != std::string_view::npos;
}

struct Entry {
  std::string_view datatype;
  LexicalCheck check;
};

template <OrderedValue::Kind kind>
bool time_kind(std::string_view s) {
  OrderedValue value;
  return parse_time(kind, s, value);
}

template <bool months, bool seconds>
bool duration(std::string_view s) {
  OrderedValue value;
  return parse_duration(s, months, seconds, value);
}

bool date_time_stamp(std::string_view s) {
  OrderedValue value;
  return parse_time(OrderedValue::Kind::DateTime, s, value) && value.zoned;
}

using Kind = OrderedValue::Kind;
namespace xsd = vocab::xsd;

constexpr auto kEntries = std::to_array<Entry>({
    {xsd::integer, integer},
    {xsd::decimal, decimal},
    {xsd::boolean_, boolean},
    {xsd::double_, floating},
    {xsd::float_, floating},
    {xsd::dateTime, time_kind<Kind::DateTime>},
    {xsd::date, time_kind<Kind::Date>},
    {xsd::time, time_kind<Kind::Time>},
    {xsd::dateTimeStamp, date_time_stamp},
    {xsd::gYear, time_kind<Kind::Year>},
    {xsd::gMonth, time_kind<Kind::Month>},
    {xsd::gDay, time_kind<Kind::Day>},
    {xsd::gYearMonth, time_kind<Kind::YearMonth>},
    {xsd::gMonthDay, time_kind<Kind::MonthDay>},
    {xsd::duration, duration<true, true>},
    {xsd::yearMonthDuration, duration<true, false>},
    {xsd::dayTimeDuration, duration<false, true>},
    {xsd::byte, [](std::string_view s) { return in_range(s, "-128", "127"); }},
    {xsd::short_, [](std::string_view s) { return in_range(s, "-32768", "32767"); }},
    {xsd::int_, [](std::string_view s) { return in_range(s, "-2147483648", "2147483647"); }},
    {xsd::long_, [](std::string_view s) { return in_range(s, "-9223372036854775808", "9223372036854775807"); }},
    {xsd::unsignedByte, [](std::string_view s) { return in_range(s, "0", "255"); }},
    {xsd::unsignedShort, [](std::string_view s) { return in_range(s, "0", "65535"); }},
    {xsd::unsignedInt, [](std::string_view s) { return in_range(s, "0", "4294967295"); }},
    {xsd::unsignedLong, [](std::string_view s) { return in_range(s, "0", "18446744073709551615"); }},
    {xsd::nonNegativeInteger, [](std::string_view s) { return in_range(s, "0", ""); }},
    {xsd::positiveInteger, [](std::string_view s) { return in_range(s, "1", ""); }},
    {xsd::nonPositiveInteger, [](std::string_view s) { return in_range(s, "", "0"); }},
    {xsd::negativeInteger, [](std::string_view s) { return in_range(s, "", "-1"); }},
    {xsd::normalizedString, normalized_string},
    {xsd::token, token},
    {xsd::language, language},
    {xsd::NMTOKEN, nmtoken},
    {xsd::Name, name},
    {xsd::NCName, ncname},
    {xsd::hexBinary, hex_binary},
    {xsd::base64Binary, base64_binary},
});

}  // namespace

LexicalCheck lexical_check(std::string_view datatype) {
  const auto found = std::find_if(kEntries.begin(), kEntries.end(), [&](const Entry& e) { return e.datatype == datatype; });
  return found == kEntries.end() ? nullptr : found->check;
}

bool is_well_formed(const TermView& literal) {
  const LexicalCheck check = lexical_check(literal.datatype);
  return check == nullptr || check(literal.value);
}

}  // namespace entente::rdf
