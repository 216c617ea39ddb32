// Operators of section 17.3: effective boolean value, comparison, order, arithmetic.
#include <algorithm>
#include <cmath>

#include "query/value.hpp"

namespace entente::query {
namespace {

using Kind = Value::Kind;

bool both_exact(const Value& a, const Value& b) { return a.kind <= Kind::Decimal && b.kind <= Kind::Decimal; }

int sign_of(int v) { return v < 0 ? -1 : static_cast<int>(v > 0); }

std::optional<int> compare_numbers(const Value& a, const Value& b) {
  if (both_exact(a, b)) return compare(a.decimal, b.decimal);
  const double x = as_double(a);
  const double y = as_double(b);
  if (std::isnan(x) || std::isnan(y)) return std::nullopt;
  return x < y ? -1 : static_cast<int>(x > y);
}

bool same_term(const Value& a, const Value& b) { return to_term(a) == to_term(b); }

bool is_moment(const Value& v) { return v.kind >= Kind::DateTime && v.kind <= Kind::Time; }

// The kind of result of an arithmetic operator.
Kind promoted(const Value& a, const Value& b) { return std::max(a.kind, b.kind); }

Value exact(Kind kind, const std::optional<Decimal>& result) {
  if (!result) return error_value();
  Value v = decimal_value(*result);
  if (kind != Kind::Integer) return v;
  Value whole = integer_value(0);
  whole.decimal = *result;
  return whole;
}

Value inexact(Kind kind, double result) { return kind == Kind::Float ? float_value(result) : double_value(result); }

template <typename Exact, typename Inexact>
Value arithmetic(const Value& a, const Value& b, Exact on_exact, Inexact on_inexact) {
  if (!a.is_numeric() || !b.is_numeric()) return error_value();
  const Kind kind = promoted(a, b);
  if (both_exact(a, b)) return exact(kind, on_exact(a.decimal, b.decimal));
  return inexact(kind, on_inexact(as_double(a), as_double(b)));
}

int class_of(const Value& v) {
  switch (v.kind) {
    case Kind::Error: return 0;
    case Kind::Blank: return 1;
    case Kind::Iri: return 2;
    case Kind::Boolean: return 4;
    case Kind::DateTime: return 6;
    case Kind::Date: return 7;
    case Kind::Time: return 8;
    case Kind::String: return 9;
    case Kind::LangString: return 10;
    case Kind::Other: return 11;
    default: return 5;  // numbers
  }
}

// Numbers with NaN first; long double tells apart all 64-bit integers.
int order_numbers(const Value& a, const Value& b) {
  const auto wide = [](const Value& v) {
    if (v.kind > Kind::Decimal) return static_cast<long double>(v.number);
    auto value = static_cast<long double>(v.decimal.units);
    for (int i = 0; i < v.decimal.scale; ++i) value /= 10;
    return value;
  };
  const long double x = wide(a);
  const long double y = wide(b);
  if (std::isnan(x) || std::isnan(y)) return static_cast<int>(std::isnan(y)) - static_cast<int>(std::isnan(x));
  return x < y ? -1 : static_cast<int>(x > y);
}

}  // namespace

std::optional<bool> truth(const Value& v) {
  switch (v.kind) {
    case Kind::Boolean: return v.boolean;
    case Kind::String:
    case Kind::LangString: return !v.text.empty();
    case Kind::Integer:
    case Kind::Decimal: return v.decimal.units != 0;
    case Kind::Float:
    case Kind::Double: return v.number != 0 && !std::isnan(v.number);
    default: break;
  }
  // A literal of a known type with an ill-formed value is false (17.2.2).
  if (v.ill_formed) return false;
  return std::nullopt;
}

std::optional<bool> equal(const Value& a, const Value& b) {
  if (a.is_error() || b.is_error()) return std::nullopt;
  if (a.is_numeric() && b.is_numeric()) {
    const auto c = compare_numbers(a, b);
    return c.has_value() && *c == 0;
  }
  if (is_moment(a) && a.kind == b.kind) {
    const auto c = compare(a.moment, b.moment);
    if (!c) return std::nullopt;
    return *c == 0;
  }
  if (a.kind == Kind::Boolean && b.kind == Kind::Boolean) return a.boolean == b.boolean;
  if (same_term(a, b)) return true;
  // Two different literals one of which has a datatype that is not understood may still be equal in value.
  if (a.is_literal() && b.is_literal() && (a.kind == Kind::Other || b.kind == Kind::Other)) return std::nullopt;
  return false;
}

std::optional<int> compare(const Value& a, const Value& b) {
  if (a.is_numeric() && b.is_numeric()) return compare_numbers(a, b);
  if (a.kind != b.kind) return std::nullopt;
  if (is_moment(a)) return compare(a.moment, b.moment);
  if (a.kind == Kind::Boolean) return static_cast<int>(a.boolean) - static_cast<int>(b.boolean);
  if (a.kind == Kind::String) return sign_of(a.text.compare(b.text));  // UTF-8 order is code point order
  return std::nullopt;
}

int order(const Value& a, const Value& b) {
  const int x = class_of(a);
  const int y = class_of(b);
  if (x != y) return x < y ? -1 : 1;
  int c = 0;
  if (a.is_numeric()) c = order_numbers(a, b);
  if (is_moment(a)) c = order(a.moment, b.moment);
  if (c != 0) return c;
  const auto first = to_term(a);
  const auto second = to_term(b);
  return first < second ? -1 : static_cast<int>(second < first);
}

Value add(const Value& a, const Value& b) {
  return arithmetic(a, b, [](const Decimal& x, const Decimal& y) { return add(x, y); }, [](double x, double y) { return x + y; });
}

Value subtract(const Value& a, const Value& b) {
  return arithmetic(a, b, [](const Decimal& x, const Decimal& y) { return add(x, negate(y)); },
                    [](double x, double y) { return x - y; });
}

Value multiply(const Value& a, const Value& b) {
  return arithmetic(a, b, [](const Decimal& x, const Decimal& y) { return multiply(x, y); },
                    [](double x, double y) { return x * y; });
}

// Integers divide to a decimal.
Value divide(const Value& a, const Value& b) {
  if (!a.is_numeric() || !b.is_numeric()) return error_value();
  if (both_exact(a, b)) return exact(Kind::Decimal, divide(a.decimal, b.decimal));
  return inexact(promoted(a, b), as_double(a) / as_double(b));
}

Value negate(const Value& a) { return a.kind == Kind::Double || a.kind == Kind::Float ? inexact(a.kind, -a.number) : subtract(integer_value(0), a); }

}  // namespace entente::query
