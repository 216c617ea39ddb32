// Functions on dates and times (17.4.5); YEAR, MONTH and DAY take an xsd:date too.
#include "core/rdf/vocabulary.hpp"
#include "query/functions.hpp"

namespace entente::query {
namespace {

using Kind = Value::Kind;
using Args = std::span<const Value>;

bool has_date(const Value& v) { return v.kind == Kind::DateTime || v.kind == Kind::Date; }
bool has_time(const Value& v) { return v.kind == Kind::DateTime || v.kind == Kind::Time; }

Value year(Args a, CallContext&) { return has_date(a[0]) ? integer_value(a[0].moment.year) : error_value(); }
Value month(Args a, CallContext&) { return has_date(a[0]) ? integer_value(a[0].moment.month) : error_value(); }
Value day(Args a, CallContext&) { return has_date(a[0]) ? integer_value(a[0].moment.day) : error_value(); }
Value hours(Args a, CallContext&) { return has_time(a[0]) ? integer_value(a[0].moment.hour) : error_value(); }
Value minutes(Args a, CallContext&) { return has_time(a[0]) ? integer_value(a[0].moment.minute) : error_value(); }
Value seconds(Args a, CallContext&) { return has_time(a[0]) ? decimal_value(a[0].moment.second) : error_value(); }

Value tz(Args a, CallContext&) {
  return has_date(a[0]) || has_time(a[0]) ? string_value(a[0].moment.zone) : error_value();
}

Value timezone_of(Args a, CallContext&) {
  if ((!has_date(a[0]) && !has_time(a[0])) || !a[0].moment.has_zone) return error_value();
  const int zone = a[0].moment.zone_minutes;
  const int span = zone < 0 ? -zone : zone;
  std::string text = zone < 0 ? "-PT" : "PT";
  if (span / 60 > 0) text += std::to_string(span / 60) + 'H';
  if (span % 60 > 0) text += std::to_string(span % 60) + 'M';
  if (span == 0) text += "0S";
  return to_value(rdf::literal(text, vocab::xsd::dayTimeDuration));
}

Value now(Args, CallContext& context) {
  if (context.now.empty()) return error_value();
  return to_value(rdf::literal(context.now, vocab::xsd::dateTime));
}

constexpr Function kFunctions[] = {
    {"YEAR", 1, 1, &year},       {"MONTH", 1, 1, &month},     {"DAY", 1, 1, &day}, {"HOURS", 1, 1, &hours},
    {"MINUTES", 1, 1, &minutes}, {"SECONDS", 1, 1, &seconds}, {"TZ", 1, 1, &tz},   {"TIMEZONE", 1, 1, &timezone_of},
    {"NOW", 0, 0, &now},
};

}  // namespace

std::span<const Function> date_functions() { return kFunctions; }

}  // namespace entente::query
