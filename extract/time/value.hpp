// What an expression says: the EDTF date for the knowledge base, and TIMEX3 where that says more or otherwise.
#pragma once

#include <optional>
#include <string>

#include "extract/extraction.hpp"
#include "extract/time/calendar.hpp"

namespace entente::extract {

enum class Grain { None, Day, Week, Weekend, Month, Quarter, HalfYear, Season, Year, Decade, Century };

struct TimeValue {
  std::string edtf;
  std::string timex;         // empty: what the EDTF says
  const char* type = "";     // DURATION, SET, TIME; empty: DATE
  DateBasis basis = DateBasis::Explicit;
  Grain grain = Grain::None;
  Date date;                 // the first day, month or year of what is meant, for expressions that lean on it
};

TimeValue day_value(const Date& date, DateBasis basis);
TimeValue month_value(int year, int month, DateBasis basis);
TimeValue year_value(int year, DateBasis basis);
TimeValue week_value(const Date& day_of_week, DateBasis basis);
TimeValue weekend_value(const Date& day_of_week, DateBasis basis);   // of the ISO week
TimeValue quarter_value(int year, int quarter, DateBasis basis);
TimeValue half_value(int year, int half, DateBasis basis);
TimeValue season_value(int year, int season, DateBasis basis);       // 1 spring to 4 winter
TimeValue decade_value(int tens, DateBasis basis);                   // 199: the 1990s
TimeValue century_value(int hundreds, DateBasis basis);              // 19: the 1900s
TimeValue reference_value(const char* timex);                        // PAST_REF and its kin: no date
TimeValue duration_value(std::string timex);
TimeValue set_value(std::string timex);

}  // namespace entente::extract
