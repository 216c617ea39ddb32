// xsd:dateTime, xsd:date and xsd:time as points on the time line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/decimal.hpp"

namespace entente::query {

struct Moment {
  std::int64_t year = 1972;  // of xsd:time: 1972-12-31
  int month = 12, day = 31, hour = 0, minute = 0;
  Decimal second;
  bool has_zone = false;
  int zone_minutes = 0;
  std::string zone;  // as written: "", "Z", "+02:00"
};

// Lexical forms of XML Schema 1.1 (year 0 included, 24:00:00 too); nothing where the form is wrong.
std::optional<Moment> parse_date_time(std::string_view text);
std::optional<Moment> parse_date(std::string_view text);
std::optional<Moment> parse_time(std::string_view text);

// Negative, 0, positive; nothing where one has a time zone, the other none, and they lie within 14 hours of each
// other (XML Schema Part 2, 3.2.7.4).
std::optional<int> compare(const Moment& a, const Moment& b);
// Total: a missing zone counts as UTC.
int order(const Moment& a, const Moment& b);

}  // namespace entente::query
