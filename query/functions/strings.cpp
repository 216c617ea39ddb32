// Functions on strings (17.4.3); lengths and positions in code points.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cmath>
#include <limits>

#include "core/base/utf8.hpp"
#include "query/functions.hpp"

namespace entente::query {
namespace {

using Kind = Value::Kind;
using Args = std::span<const Value>;

// A string with the same language as `like`.
Value like(const Value& model, std::string text) { return lang_value(std::move(text), model.language); }

// Argument compatibility (17.4.3.1.2).
bool compatible(const Value& a, const Value& b) {
  return a.is_string() && b.is_string() && (b.kind == Kind::String || (a.kind == Kind::LangString && a.language == b.language));
}

Value strlen(Args a, CallContext&) {
  if (!a[0].is_string()) return error_value();
  return integer_value(static_cast<std::int64_t>(count_code_points(a[0].text)));
}

// The part [from, to) in code points, from 1.
std::string slice(const std::string& text, double from, double to) {
  std::string out;
  double place = 1;
  for (std::size_t i = 0; i < text.size(); ++place) {
    const auto size = decode_at(text, i).size;
    if (place >= from && place < to) out.append(text, i, size);
    i += size;
  }
  return out;
}

// fn:substring: positions are rounded, and may lie outside.
Value substr(Args a, CallContext&) {
  if (!a[0].is_string() || !a[1].is_numeric() || (a.size() == 3 && !a[2].is_numeric())) return error_value();
  const auto rounded = [](double v) { return std::floor(v + 0.5); };
  const double from = rounded(as_double(a[1]));
  const double to = a.size() == 3 ? from + rounded(as_double(a[2])) : std::numeric_limits<double>::infinity();
  return like(a[0], slice(a[0].text, from, to));
}

Value change_case(const Value& v, bool upper) {
  if (!v.is_string()) return error_value();
  auto text = icu::UnicodeString::fromUTF8(v.text);
  if (upper) {
    text.toUpper(icu::Locale::getRoot());
  } else {
    text.toLower(icu::Locale::getRoot());
  }
  std::string out;
  text.toUTF8String(out);
  return like(v, std::move(out));
}

Value ucase(Args a, CallContext&) { return change_case(a[0], true); }
Value lcase(Args a, CallContext&) { return change_case(a[0], false); }

Value starts(Args a, CallContext&) {
  return compatible(a[0], a[1]) ? boolean_value(a[0].text.compare(0, a[1].text.size(), a[1].text) == 0) : error_value();
}

Value ends(Args a, CallContext&) {
  if (!compatible(a[0], a[1])) return error_value();
  const auto& text = a[0].text;
  const auto& end = a[1].text;
  return boolean_value(text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0);
}

Value contains(Args a, CallContext&) {
  return compatible(a[0], a[1]) ? boolean_value(a[0].text.find(a[1].text) != std::string::npos) : error_value();
}

Value before(Args a, CallContext&) {
  if (!compatible(a[0], a[1])) return error_value();
  const auto at = a[0].text.find(a[1].text);
  return at == std::string::npos ? string_value({}) : like(a[0], a[0].text.substr(0, at));
}

Value after(Args a, CallContext&) {
  if (!compatible(a[0], a[1])) return error_value();
  const auto at = a[0].text.find(a[1].text);
  return at == std::string::npos ? string_value({}) : like(a[0], a[0].text.substr(at + a[1].text.size()));
}

Value encode(Args a, CallContext&) {
  if (!a[0].is_string()) return error_value();
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : a[0].text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      out += c;
    } else {
      ((out += '%') += kHex[byte >> 4]) += kHex[byte & 15];
    }
  }
  return string_value(std::move(out));
}

// Keeps a language that all arguments share.
Value concat(Args a, CallContext&) {
  std::string out;
  bool same = !a.empty();
  for (const Value& v : a) {
    if (!v.is_string()) return error_value();
    if (out.size() + v.text.size() > kMaxText) return error_value();
    out += v.text;
    same = same && v.language == a[0].language;
  }
  return lang_value(std::move(out), same ? a[0].language : std::string());
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Basic filtering of RFC 4647, section 3.3.1.
Value lang_matches(Args a, CallContext&) {
  if (a[0].kind != Kind::String || a[1].kind != Kind::String) return error_value();
  const auto& tag = a[0].text;
  const auto& range = a[1].text;
  if (range == "*") return boolean_value(!tag.empty());
  if (tag.size() < range.size() || (tag.size() > range.size() && tag[range.size()] != '-')) return boolean_value(false);
  for (std::size_t i = 0; i < range.size(); ++i) {
    if (lower(tag[i]) != lower(range[i])) return boolean_value(false);
  }
  return boolean_value(true);
}

constexpr Function kFunctions[] = {
    {"STRLEN", 1, 1, &strlen},     {"SUBSTR", 2, 3, &substr},     {"UCASE", 1, 1, &ucase},       {"LCASE", 1, 1, &lcase},
    {"STRSTARTS", 2, 2, &starts},  {"STRENDS", 2, 2, &ends},      {"CONTAINS", 2, 2, &contains}, {"STRBEFORE", 2, 2, &before},
    {"STRAFTER", 2, 2, &after},    {"ENCODE_FOR_URI", 1, 1, &encode}, {"CONCAT", 0, -1, &concat}, {"LANGMATCHES", 2, 2, &lang_matches},
};

}  // namespace

std::span<const Function> string_functions() { return kFunctions; }

}  // namespace entente::query
