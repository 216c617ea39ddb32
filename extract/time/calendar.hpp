// Dates of the proleptic Gregorian calendar, and how EDTF and TIMEX3 write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/calendar.hpp"

namespace entente::extract {

// month and day are 0 where unknown: 2021-06 has no day, 2021 neither.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend bool operator==(const Date&, const Date&) = default;
};

// "2021-06-15", "2021-06" or "2021" (EDTF level 0); nothing for anything else or a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

bool is_valid(const Date& date);             // all parts known, and the day exists
std::int64_t day_number(const Date& date);   // days since 1970-01-01; all parts known
Date date_of(std::int64_t day_number);
int weekday_of(const Date& date);            // Monday 1 to Sunday 7
Date add_days(const Date& date, std::int64_t days);
Date add_months(const Date& date, int months);  // keeps the day if it exists, else the month's last day; works without a day

struct IsoWeek {
  int year = 0;
  int week = 0;
};
IsoWeek iso_week(const Date& date);

std::string write(const Date& date);             // 2021-06-15, 2021-06 or 2021
std::string write_year(int year);                // at least four digits
std::string write_two(int number);               // 06
std::string write_interval(const Date& first, const Date& last);

}  // namespace entente::extract
