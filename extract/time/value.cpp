#include "extract/time/value.hpp"

namespace entente::extract {
namespace {

TimeValue date_value(std::string edtf, DateBasis basis, Grain grain, const Date& date) {
  TimeValue value;
  value.edtf = std::move(edtf);
  value.basis = basis;
  value.grain = grain;
  value.date = date;
  return value;
}

}  // namespace

TimeValue day_value(const Date& date, DateBasis basis) { return date_value(write(date), basis, Grain::Day, date); }

TimeValue month_value(int year, int month, DateBasis basis) {
  const Date date{year, month, 0};
  return date_value(write(date), basis, Grain::Month, date);
}

TimeValue year_value(int year, DateBasis basis) { return date_value(write_year(year), basis, Grain::Year, {year, 0, 0}); }

TimeValue week_value(const Date& day, DateBasis basis) {
  const Date monday = add_days(day, 1 - weekday_of(day));
  return date_value(write_interval(monday, add_days(monday, 6)), basis, Grain::Week, monday);
}

TimeValue weekend_value(const Date& day, DateBasis basis) {
  const Date saturday = add_days(day, 6 - weekday_of(day));
  return date_value(write_interval(saturday, add_days(saturday, 1)), basis, Grain::Weekend, saturday);
}

TimeValue quarter_value(int year, int quarter, DateBasis basis) {
  const Date first{year, quarter * 3 - 2, 0};
  auto value = date_value(write_interval(first, {year, quarter * 3, 0}), basis, Grain::Quarter, first);
  value.timex = write_year(year) + "-Q" + std::to_string(quarter);
  return value;
}

TimeValue half_value(int year, int half, DateBasis basis) {
  const Date first{year, half * 6 - 5, 0};
  auto value = date_value(write_interval(first, {year, half * 6, 0}), basis, Grain::HalfYear, first);
  value.timex = write_year(year) + "-H" + std::to_string(half);
  return value;
}

TimeValue season_value(int year, int season, DateBasis basis) {
  return date_value(write_year(year) + "-2" + std::to_string(season), basis, Grain::Season, {year, 0, 0});
}

TimeValue decade_value(int tens, DateBasis basis) {
  return date_value(std::to_string(tens) + "X", basis, Grain::Decade, {tens * 10, 0, 0});
}

TimeValue century_value(int hundreds, DateBasis basis) {
  return date_value(write_two(hundreds) + "XX", basis, Grain::Century, {hundreds * 100, 0, 0});
}

TimeValue reference_value(const char* timex) {
  TimeValue value;
  value.timex = timex;
  value.basis = DateBasis::None;
  return value;
}

TimeValue duration_value(std::string timex) {
  TimeValue value;
  value.timex = std::move(timex);
  value.type = "DURATION";
  value.basis = DateBasis::None;
  return value;
}

TimeValue set_value(std::string timex) {
  TimeValue value = duration_value(std::move(timex));
  value.type = "SET";
  return value;
}

}  // namespace entente::extract
