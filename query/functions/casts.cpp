// Constructor functions of XML Schema datatypes (17.1).
#include <cmath>

#include "core/rdf/vocabulary.hpp"
#include "query/functions.hpp"

namespace entente::query {
namespace {

using Kind = Value::Kind;
using Args = std::span<const Value>;
namespace xsd = vocab::xsd;

// The string read as a literal of the type; an error if its form is wrong.
Value read(const Value& v, std::string_view datatype, Kind kind) {
  const auto out = to_value(rdf::literal(v.text, datatype));
  return out.kind == kind ? out : error_value();
}

Value to_string(Args a, CallContext&) {
  if (a[0].kind == Kind::Blank) return error_value();
  const Value& v = a[0];
  if (v.kind == Kind::Double || v.kind == Kind::Float) {  // whole numbers without exponent, as XPath casts
    if (const auto d = from_double(v.number); d && d->scale == 0 && std::fabs(v.number) < 1e6) return string_value(to_text(*d));
  }
  return string_value(to_term(v).value);
}

Value to_boolean(Args a, CallContext&) {
  if (a[0].kind == Kind::Boolean) return boolean_value(a[0].boolean);
  if (a[0].kind == Kind::String) {
    const auto out = read(a[0], xsd::boolean_, Kind::Boolean);
    return out.is_error() ? out : boolean_value(out.boolean);
  }
  if (!a[0].is_numeric()) return error_value();
  return boolean_value(truth(a[0]).value_or(false));
}

Value exact(const Value& v, bool whole) {
  std::optional<Decimal> result;
  if (v.kind == Kind::Boolean) {
    result = Decimal{v.boolean ? 1 : 0, 0};
  } else if (v.kind == Kind::String) {
    const auto out = read(v, whole ? xsd::integer : xsd::decimal, whole ? Kind::Integer : Kind::Decimal);
    if (!out.is_error()) result = out.decimal;
  } else if (v.kind == Kind::Integer || v.kind == Kind::Decimal) {
    result = v.decimal;
  } else if (v.is_numeric()) {
    result = from_double(v.number);
  }
  if (!result) return error_value();
  if (!whole) return decimal_value(*result);
  Value out = integer_value(0);
  out.decimal = truncate(*result);
  return out;
}

Value inexact(const Value& v, bool single) {
  const auto make = [single](double d) { return single ? float_value(d) : double_value(d); };
  if (v.kind == Kind::Boolean) return make(v.boolean ? 1 : 0);
  if (v.is_numeric()) return make(as_double(v));
  if (v.kind != Kind::String) return error_value();
  const auto out = read(v, xsd::double_, Kind::Double);
  return out.is_error() ? out : make(out.number);
}

Value to_integer(Args a, CallContext&) { return exact(a[0], true); }
Value to_decimal(Args a, CallContext&) { return exact(a[0], false); }
Value to_float(Args a, CallContext&) { return inexact(a[0], true); }
Value to_double_value(Args a, CallContext&) { return inexact(a[0], false); }

Value to_date_time(Args a, CallContext&) {
  if (a[0].kind == Kind::DateTime) return a[0];
  if (a[0].kind == Kind::String) return read(a[0], xsd::dateTime, Kind::DateTime);
  if (a[0].kind != Kind::Date) return error_value();
  const auto& zone = a[0].moment.zone;
  return to_value(rdf::literal(a[0].text.substr(0, a[0].text.size() - zone.size()) + "T00:00:00" + zone, xsd::dateTime));
}

Value to_date(Args a, CallContext&) {
  if (a[0].kind == Kind::Date) return a[0];
  if (a[0].kind == Kind::String) return read(a[0], xsd::date, Kind::Date);
  if (a[0].kind != Kind::DateTime) return error_value();
  return to_value(rdf::literal(a[0].text.substr(0, a[0].text.find('T')) + a[0].moment.zone, xsd::date));
}

constexpr Function kFunctions[] = {
    {xsd::string, 1, 1, &to_string},   {xsd::boolean_, 1, 1, &to_boolean},       {xsd::integer, 1, 1, &to_integer},
    {xsd::decimal, 1, 1, &to_decimal}, {xsd::float_, 1, 1, &to_float},           {xsd::double_, 1, 1, &to_double_value},
    {xsd::dateTime, 1, 1, &to_date_time}, {xsd::date, 1, 1, &to_date},
};

}  // namespace

std::span<const Function> cast_functions() { return kFunctions; }

}  // namespace entente::query
