#include "core/base/calendar.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("months have the days that the Gregorian calendar gives them") {
  CHECK(days_in_month(2024, 2) == 29);
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(0, 2) == 29);
  CHECK(days_in_month(-4, 2) == 29);
  CHECK(days_in_month(2023, 12) == 31);
}

TEST_CASE("days are counted without a gap over leap years, centuries and the year 0") {
  CHECK(day_number(1970, 1, 1) == 0);
  CHECK(day_number(2000, 3, 1) == 11017);
  CHECK(day_number(1, 1, 1) == -719162);
  std::int64_t expected = day_number(-401, 1, 1);
  for (int year = -401; year <= 2401; ++year) {
    for (int month = 1; month <= 12; ++month) {
      REQUIRE(day_number(year, month, 1) == expected);
      expected += days_in_month(year, month);
    }
  }
}
