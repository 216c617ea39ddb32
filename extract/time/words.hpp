// The vocabulary of time expressions: what each word can contribute.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::extract {

enum class TimeClass : std::uint8_t {
  None,
  // words and numbers that can begin or carry an expression
  Month, Weekday, Weekdays, Unit, Units, DayName, DayPart, Season, Holiday, Year, Decade, Half, IsoDate, Clock, Reference, SetWord,
  Weekend,
  // words that only help
  Number, Ordinal, Relative, Ago, Earlier, Later, Before, After, Early, Late, Mid, Edge, Each, Vague, Approximate, Fiscal,
  The, A, Of, To, And, Comma, Dash, AmPm, Zone, Preposition, Future, Past, That, Same, More, Old, Slash, Full, Negative,
};

constexpr bool is_trigger(TimeClass c) { return c >= TimeClass::Month && c <= TimeClass::Weekend; }

// Units: value of TimeClass::Unit and Units.
enum TimeUnit : int { kSecond, kMinute, kHour, kDay, kWeek, kMonth, kQuarter, kYear, kDecade, kCentury, kMillennium, kPeriod };

struct TimeWord {
  TimeClass cls = TimeClass::None;
  int value = 0;
};

// The entry of a word in ASCII lower case; TimeClass::None if it says nothing about time.
TimeWord time_word(std::string_view lower);

}  // namespace entente::extract
