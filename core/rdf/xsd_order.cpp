// Decimals are compared as digit strings, so nothing is rounded however long they are; they become doubles only
// beside a double, as XPath's promotion has it.
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

#include "core/rdf/vocabulary.hpp"
#include "core/rdf/xsd.hpp"
#include "core/rdf/xsd_time.hpp"

namespace entente::rdf {
namespace {

using Kind = OrderedValue::Kind;
namespace xsd = vocab::xsd;

struct KindOf {
  std::string_view name;  // local name in the XSD namespace
  Kind kind;
};

constexpr auto kKinds = std::to_array<KindOf>({
    {"string", Kind::String}, {"integer", Kind::Decimal}, {"decimal", Kind::Decimal}, {"double", Kind::Double},
    {"float", Kind::Float}, {"boolean", Kind::Boolean}, {"dateTime", Kind::DateTime}, {"dateTimeStamp", Kind::DateTime},
    {"date", Kind::Date}, {"time", Kind::Time}, {"gYear", Kind::Year}, {"gMonth", Kind::Month}, {"gDay", Kind::Day},
    {"gYearMonth", Kind::YearMonth}, {"gMonthDay", Kind::MonthDay}, {"yearMonthDuration", Kind::Months},
    {"dayTimeDuration", Kind::Seconds}, {"duration", Kind::Duration}, {"nonNegativeInteger", Kind::Decimal},
    {"positiveInteger", Kind::Decimal}, {"nonPositiveInteger", Kind::Decimal}, {"negativeInteger", Kind::Decimal},
    {"long", Kind::Decimal}, {"int", Kind::Decimal}, {"short", Kind::Decimal}, {"byte", Kind::Decimal},
    {"unsignedLong", Kind::Decimal}, {"unsignedInt", Kind::Decimal}, {"unsignedShort", Kind::Decimal},
    {"unsignedByte", Kind::Decimal}, {"normalizedString", Kind::String}, {"token", Kind::String},
});

Kind kind_of(std::string_view datatype) {
  if (datatype.substr(0, xsd::kNamespace.size()) != xsd::kNamespace) return Kind::None;
  datatype.remove_prefix(xsd::kNamespace.size());
  for (const KindOf& entry : kKinds) {
    if (entry.name == datatype) return entry.kind;
  }
  return Kind::None;
}

double parse_double(std::string_view s) {
  if (s == "INF" || s == "+INF") return std::numeric_limits<double>::infinity();
  if (s == "-INF") return -std::numeric_limits<double>::infinity();
  if (s == "NaN") return std::numeric_limits<double>::quiet_NaN();
  return std::strtod(std::string(s).c_str(), nullptr);
}

float parse_float(std::string_view s) {
  const double special = parse_double(s);
  return std::isfinite(special) ? std::strtof(std::string(s).c_str(), nullptr) : static_cast<float>(special);
}

void parse_decimal(std::string_view s, OrderedValue& out) {
  out.negative = s[0] == '-';
  if (s[0] == '-' || s[0] == '+') s.remove_prefix(1);
  const std::size_t point = s.find('.');
  out.text = s.substr(0, point);
  out.fraction = point == std::string_view::npos ? std::string_view{} : s.substr(point + 1);
  while (!out.text.empty() && out.text.front() == '0') out.text.remove_prefix(1);
  while (!out.fraction.empty() && out.fraction.back() == '0') out.fraction.remove_suffix(1);
  if (out.text.empty() && out.fraction.empty()) out.negative = false;
}

std::strong_ordering by_size(const OrderedValue& a, const OrderedValue& b) {
  if (a.text.size() != b.text.size()) return a.text.size() <=> b.text.size();
  if (const int c = a.text.compare(b.text); c != 0) return c <=> 0;
  return a.fraction.compare(b.fraction) <=> 0;
}

std::strong_ordering compare_decimals(const OrderedValue& a, const OrderedValue& b) {
  if (a.negative != b.negative) return b.negative <=> a.negative;
  return a.negative ? by_size(b, a) : by_size(a, b);
}

double to_double(const OrderedValue& v) {
  if (v.kind != Kind::Decimal) return v.number;
  std::string digits(v.negative ? "-" : "");
  digits.append("0").append(v.text).append(".").append(v.fraction).append("0");
  return std::strtod(digits.c_str(), nullptr);
}

bool is_number(Kind kind) { return kind == Kind::Decimal || kind == Kind::Float || kind == Kind::Double; }

std::partial_ordering compare_numbers(const OrderedValue& a, const OrderedValue& b) {
  if (a.kind == Kind::Decimal && b.kind == Kind::Decimal) return compare_decimals(a, b);
  if (a.kind != Kind::Double && b.kind != Kind::Double) {
    return static_cast<float>(to_double(a)) <=> static_cast<float>(to_double(b));
  }
  return to_double(a) <=> to_double(b);
}

std::strong_ordering compare_instants(std::int64_t a, std::string_view a_part, std::int64_t b, std::string_view b_part) {
  return a != b ? a <=> b : a_part.compare(b_part) <=> 0;
}

// XSD 3.3.7.1: a time without zone stands for any zone from +14:00 to -14:00.
std::partial_ordering compare_times(const OrderedValue& a, const OrderedValue& b) {
  if (a.zoned == b.zoned) return compare_instants(a.seconds, a.fraction, b.seconds, b.fraction);
  constexpr std::int64_t span = 14 * 3600;
  const std::int64_t a_span = a.zoned ? 0 : span;
  const std::int64_t b_span = b.zoned ? 0 : span;
  if (compare_instants(a.seconds + a_span, a.fraction, b.seconds - b_span, b.fraction) < 0) return std::partial_ordering::less;
  if (compare_instants(a.seconds - a_span, a.fraction, b.seconds + b_span, b.fraction) > 0) return std::partial_ordering::greater;
  return std::partial_ordering::unordered;
}

bool is_duration(Kind kind) { return kind == Kind::Months || kind == Kind::Seconds || kind == Kind::Duration; }

// Months and seconds must agree; a month has no fixed length.
std::partial_ordering compare_durations(const OrderedValue& a, const OrderedValue& b) {
  const auto months = a.months <=> b.months;
  auto seconds = a.seconds <=> b.seconds;
  if (seconds == 0 && (!a.fraction.empty() || !b.fraction.empty())) {
    const std::string_view a_up = a.negative ? std::string_view{} : a.fraction;
    const std::string_view b_up = b.negative ? std::string_view{} : b.fraction;
    const std::string_view a_down = a.negative ? a.fraction : std::string_view{};
    const std::string_view b_down = b.negative ? b.fraction : std::string_view{};
    seconds = a_up != b_up ? a_up.compare(b_up) <=> 0 : b_down.compare(a_down) <=> 0;
  }
  if (months == 0) return seconds;
  return seconds == 0 || seconds == months ? std::partial_ordering(months) : std::partial_ordering::unordered;
}

}  // namespace

OrderedValue ordered_value(const TermView& literal) {
  OrderedValue out;
  if (literal.kind != TermKind::Literal) return out;
  const Kind kind = kind_of(literal.datatype);
  const std::string_view s = literal.value;
  if (kind != Kind::String && (kind == Kind::None || !is_well_formed(literal))) return out;
  switch (kind) {
    case Kind::String: out.text = s; break;
    case Kind::Boolean: out.seconds = s == "true" || s == "1"; break;
    case Kind::Decimal: parse_decimal(s, out); break;
    case Kind::Double: out.number = parse_double(s); break;
    case Kind::Float: out.number = parse_float(s); break;
    case Kind::Months: parse_duration(s, true, false, out); break;
    case Kind::Seconds: parse_duration(s, false, true, out); break;
    case Kind::Duration: parse_duration(s, true, true, out); break;
    default: parse_time(kind, s, out);
  }
  out.kind = kind;
  return out;
}

std::partial_ordering compare(const OrderedValue& a, const OrderedValue& b) {
  if (is_number(a.kind) && is_number(b.kind)) return compare_numbers(a, b);
  if (is_duration(a.kind) && is_duration(b.kind)) return compare_durations(a, b);
  if (a.kind != b.kind || a.kind == Kind::None) return std::partial_ordering::unordered;
  if (a.kind == Kind::String) return a.text.compare(b.text) <=> 0;
  if (a.kind == Kind::Boolean) return a.seconds <=> b.seconds;
  return compare_times(a, b);
}

}  // namespace entente::rdf
