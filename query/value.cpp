#include "query/value.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

#include "core/rdf/vocabulary.hpp"

namespace entente::query {
namespace {

using Kind = Value::Kind;
namespace xsd = vocab::xsd;

constexpr std::string_view kIntegers[] = {
    xsd::integer, xsd::int_, xsd::long_, xsd::short_, xsd::byte, xsd::nonNegativeInteger, xsd::positiveInteger,
    xsd::nonPositiveInteger, xsd::negativeInteger, xsd::unsignedByte, xsd::unsignedShort, xsd::unsignedInt, xsd::unsignedLong};

Kind kind_of(std::string_view datatype) {
  if (datatype == rdf::kXsdString) return Kind::String;
  if (datatype.substr(0, xsd::kNamespace.size()) != xsd::kNamespace) return Kind::Other;
  for (const auto name : kIntegers) {
    if (datatype == name) return Kind::Integer;
  }
  if (datatype == xsd::decimal) return Kind::Decimal;
  if (datatype == xsd::double_) return Kind::Double;
  if (datatype == xsd::float_) return Kind::Float;
  if (datatype == xsd::boolean_) return Kind::Boolean;
  if (datatype == xsd::dateTime || datatype == xsd::dateTimeStamp) return Kind::DateTime;
  if (datatype == xsd::date) return Kind::Date;
  if (datatype == xsd::time) return Kind::Time;
  return Kind::Other;
}

// XML Schema's whiteSpace="collapse".
std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n\r";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::optional<double> parse_double(std::string_view text) {
  if (text == "INF" || text == "+INF") return std::numeric_limits<double>::infinity();
  if (text == "-INF") return -std::numeric_limits<double>::infinity();
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;
  if (text[0] == '+') text.remove_prefix(1);
  if (text.empty() || text[0] == '+') return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) return std::nullopt;
  if (error == std::errc::result_out_of_range) {  // too large or too small for a double: nearest value
    const auto e = text.find_first_of("eE");
    const bool tiny = e != std::string_view::npos && text.substr(e + 1, 1) == "-";
    value = tiny ? 0.0 : std::numeric_limits<double>::infinity();
    if (text[0] == '-') value = -value;
  }
  return value;
}

template <typename T, typename U>
bool store(std::optional<T> parsed, U& place) {
  if (parsed) place = *parsed;
  return parsed.has_value();
}

// Reads the lexical form; false if it does not fit the datatype.
bool decode(Value& v) {
  const auto text = trim(v.text);
  switch (v.kind) {
    case Kind::Boolean:
      v.boolean = text == "true" || text == "1";
      return v.boolean || text == "false" || text == "0";
    case Kind::Integer: return store(parse_integer(text), v.decimal);
    case Kind::Decimal: return store(parse_decimal(text), v.decimal);
    case Kind::Float:
    case Kind::Double: return store(parse_double(text), v.number);
    case Kind::DateTime: return store(parse_date_time(text), v.moment);
    case Kind::Date: return store(parse_date(text), v.moment);
    case Kind::Time: return store(parse_time(text), v.moment);
    default: return true;
  }
}

// Canonical form of XML Schema: "1.5E0".
std::string double_text(double value, int digits) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-INF" : "INF";
  char buffer[64];
  for (int precision = 0; precision <= digits; ++precision) {
    std::snprintf(buffer, sizeof buffer, "%.*E", precision, value);
    const double back = std::strtod(buffer, nullptr);
    if (digits > 9 ? back == value : static_cast<float>(back) == static_cast<float>(value)) break;
  }
  std::string text(buffer);
  const auto e = text.find('E');
  std::string mantissa = text.substr(0, e);
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  return mantissa + 'E' + std::to_string(std::stoi(text.substr(e + 1)));
}

std::string number_text(const Value& v) {
  if (v.kind == Kind::Integer || v.kind == Kind::Decimal) return to_text(v.decimal);
  return double_text(v.number, v.kind == Kind::Double ? 17 : 9);
}

Value number_value(Kind kind, std::string_view datatype) {
  Value v;
  v.kind = kind;
  v.datatype = datatype;
  v.computed = true;
  return v;
}

}  // namespace

Value to_value(const rdf::TermView& term) {
  Value v;
  v.text = term.value;
  switch (term.kind) {
    case rdf::TermKind::None: return {};
    case rdf::TermKind::Iri: v.kind = Kind::Iri; return v;
    case rdf::TermKind::Blank: v.kind = Kind::Blank; return v;
    case rdf::TermKind::Literal: break;
  }
  v.datatype = term.datatype;
  v.language = term.language;
  v.kind = term.language.empty() ? kind_of(term.datatype) : Kind::LangString;
  if (!decode(v)) {
    v.kind = Kind::Other;
    v.ill_formed = true;
  }
  return v;
}

rdf::Term to_term(const Value& v) {
  if (v.kind == Kind::Error) return {};
  if (v.kind == Kind::Iri) return rdf::iri(v.text);
  if (v.kind == Kind::Blank) return rdf::blank(v.text);
  if (v.kind == Kind::LangString) return rdf::lang_literal(v.text, v.language);
  return rdf::literal(v.computed ? number_text(v) : v.text, v.datatype);
}

Value error_value() { return {}; }

Value boolean_value(bool value) {
  Value v;
  v.kind = Kind::Boolean;
  v.boolean = value;
  v.text = value ? "true" : "false";
  v.datatype = xsd::boolean_;
  return v;
}

Value integer_value(std::int64_t value) {
  Value v = number_value(Kind::Integer, xsd::integer);
  v.decimal = {value, 0};
  return v;
}

Value decimal_value(const Decimal& value) {
  Value v = number_value(Kind::Decimal, xsd::decimal);
  v.decimal = value;
  return v;
}

Value double_value(double value) {
  Value v = number_value(Kind::Double, xsd::double_);
  v.number = value;
  return v;
}

Value float_value(double value) {
  Value v = number_value(Kind::Float, xsd::float_);
  v.number = static_cast<double>(static_cast<float>(value));
  return v;
}

Value string_value(std::string text) {
  Value v;
  v.kind = Kind::String;
  v.text = std::move(text);
  v.datatype = rdf::kXsdString;
  return v;
}

Value lang_value(std::string text, std::string language) {
  if (language.empty()) return string_value(std::move(text));
  Value v;
  v.kind = Kind::LangString;
  v.text = std::move(text);
  v.datatype = rdf::kRdfLangString;
  v.language = std::move(language);
  return v;
}

Value iri_value(std::string text) {
  Value v;
  v.kind = Kind::Iri;
  v.text = std::move(text);
  return v;
}

double as_double(const Value& v) {
  return v.kind == Kind::Integer || v.kind == Kind::Decimal ? to_double(v.decimal) : v.number;
}

}  // namespace entente::query
