// Amounts of time (three years, the next few days), what is counted from them (three years ago), repetitions,
// times of day, references to past, present and future, and feasts.
#include <cmath>

#include "extract/time/reader.hpp"

namespace entente::extract {
namespace {

constexpr const char* unit_codes[] = {"S", "M", "H", "D", "W", "M", "Q", "Y", "E", "C", "L"};

std::string write_number(double n) {
  if (n == std::floor(n)) return std::to_string(static_cast<long long>(n));
  const auto tenths = static_cast<long long>(std::llround(n * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// P3Y, PT5H, P20Y for two decades, PXD for some days.
std::string duration(double number, bool vague, int unit) {
  const std::string time = unit < kDay ? "T" : "";
  if (vague) {
    if (unit == kQuarter) return "PXQ";
    return "P" + time + "X" + (unit == kDecade ? "E" : unit_codes[unit]);
  }
  if (number == std::floor(number) + 0.5) {  // a year and a half
    const auto whole = write_number(std::floor(number));
    if (unit == kYear) return "P" + whole + "Y6M";
    if (unit == kHour) return "PT" + whole + "H30M";
    if (unit == kMinute) return "PT" + whole + "M30S";
  }
  if (unit == kDecade) return "P" + write_number(number * 10) + "Y";
  if (unit == kCentury) return "P" + write_number(number * 100) + "Y";
  if (unit == kMillennium) return "P" + write_number(number * 1000) + "Y";
  if (unit == kQuarter) return "P" + write_number(number * 3) + "M";
  return "P" + time + write_number(number) + unit_codes[unit];
}

}  // namespace

// five | 1,500 | forty-five | a hundred | several | a couple of | two and a half | 2.5
TimeReader::Pos TimeReader::quantity(Pos i, double& number, bool& vague) const {
  vague = false;
  Pos k = i;
  if (cls(k) == C::A && cls(k + 1) == C::Vague) ++k;
  if (cls(k) == C::A && is(k, C::A, 0) && cls(k + 1) == C::Number && !items_[k + 1].digits && value(k + 1) >= 100) ++k;
  if (cls(k) == C::Vague) {
    vague = value(k) == 0;
    number = value(k);
    ++k;
    return cls(k) == C::Of ? k + 1 : k;
  }
  if (cls(k) == C::A) {
    number = 1;
    return k + 1;
  }
  if (cls(k) == C::Year && items_[k].digits) {
    number = value(k);
    return k + 1;
  }
  if (cls(k) != C::Number) return none;
  if (items_[k].digits) {
    number = value(k);
    if (value(k) < 0) {  // with a decimal point
      number = 0;
      double scale = 0;
      for (const char c : form(k)) {
        if (c == '.') scale = 1;
        else if (c >= '0' && c <= '9' && number < 1e9) {
          number = number * 10 + (c - '0');
          scale *= 10;
        }
      }
      if (scale > 0) number /= scale;
    }
    ++k;
    if (form(k) == "1/2") {
      number += 0.5;
      return k + 1;
    }
    while (cls(k) == C::Number && !items_[k].digits && value(k) >= 100) number *= value(k++);
  } else {
    double sum = 0;
    double group = 0;
    while (cls(k) == C::Number && !items_[k].digits) {
      const int n = value(k);
      if (n >= 1000) {
        sum += (group > 0 ? group : 1) * n;
        group = 0;
      } else if (n == 100) {
        group = (group > 0 ? group : 1) * 100;
      } else {
        group += n;
      }
      ++k;
      const bool tens = n >= 20 && n <= 90;
      if (tens && cls(k) == C::Dash && cls(k + 1) == C::Number && value(k + 1) < 10) ++k;
    }
    number = sum + group;
  }
  if (is(k, C::And, 0) && cls(k + 1) == C::A && cls(k + 2) == C::Half) {
    number += 0.5;
    k += 3;
  }
  return number > 0 && number < 1e9 ? k : none;
}

TimeReader::Pos TimeReader::amount(Pos i, TimeValue& v) const {
  Pos k = cls(i) == C::The ? i + 1 : i;
  bool frame = false;  // the past, the next, the first
  int direction = 0;
  if (cls(k) == C::Relative && value(k) != 0 && cls(k + 1) != C::Unit) {
    direction = value(k);
    frame = true;
    ++k;
  } else if (cls(k) == C::Ordinal && cls(i) == C::The && value(k) <= 2 && !items_[k].digits) {
    frame = true;
    ++k;
  }
  while (cls(k) == C::Approximate && frame) ++k;
  double number = 0;
  bool vague = false;
  const Pos counted = quantity(k, number, vague);
  if (counted == none) {  // for years, recent weeks
    if (cls(k) != C::Units) return none;
    const int unit = value(k);
    if (direction == -4 && unit >= kDay) {
      v = unit == kYear ? reference_value("PAST_REF") : duration_value(duration(0, true, unit));
      return k + 1;
    }
    if (direction == 2 || direction == -2) {
      v = direction == 2 ? reference_value("FUTURE_REF") : reference_value("PAST_REF");
      return frame ? k + 1 : none;
    }
    const bool led = i > 0 && is(i - 1, C::Preposition, 3) && unit != kQuarter;
    const bool follows = cls(k + 1) == C::Ago || cls(k + 1) == C::Before || cls(k + 1) == C::After || cls(k + 1) == C::Later ||
                         cls(k + 1) == C::Earlier || (cls(k + 1) == C::Of && unit > kDay && unit != kQuarter);
    if ((!led && !follows) || frame || cls(i) == C::The) return none;
    return after_amount(k + 1, unit, 0, true, v);
  }
  Pos u = counted;
  while (cls(u) == C::More || cls(u) == C::Full || cls(u) == C::Fiscal) ++u;
  const bool dashed = cls(u) == C::Dash && value(u) == 0 && items_[u].glued;
  if (dashed) ++u;
  if (is(u, C::Ordinal, 2)) return none;
  if (cls(u) != C::Unit && cls(u) != C::Units) {
    // two to three weeks, 12 to 18 months
    const bool range = cls(counted) == C::To || cls(counted) == C::Dash || is(counted, C::And, 1);
    double more = 0;
    bool unsure = false;
    const Pos second = range ? quantity(counted + 1, more, unsure) : none;
    if (second == none || cls(second) != C::Units || value(second) == kQuarter) return none;
    u = second;
  }
  const int unit = value(u);
  const bool single_a = cls(k) == C::A && counted == k + 1;
  if (unit == kPeriod || (dashed && cls(u) == C::Units)) return none;
  if (unit == kQuarter && single_a && !frame) return none;  // a quarter of the market
  if (cls(u + 1) == C::Old || (cls(u + 1) == C::Dash && cls(u + 2) == C::Old)) return none;
  if (cls(u) == C::Unit && !dashed && !single_a && number != 1) {
    if (items_[k].digits || unit < kMinute) return none;
  }
  if (single_a && is(u + 1, C::And, 0) && cls(u + 2) == C::A && cls(u + 3) == C::Half) {
    v = duration_value(duration(number + 0.5, false, unit));
    return u + 4;
  }
  if (single_a && !frame && !dashed) {
    const C next = cls(u + 1);
    const bool leans = next == C::Ago || next == C::Earlier || next == C::Later || next == C::Before || next == C::After;
    const bool led = i > 0 && (cls(i - 1) == C::Preposition || cls(i - 1) == C::Approximate || cls(i - 1) == C::More);
    if (!leans && !led && value(k) != 1) return none;
  }
  if (dashed || frame) {
    if (frame && vague && direction != 0) {
      v = duration_value(duration(0, true, unit));
      return u + 1;
    }
    v = duration_value(duration(number, vague, unit));
    return u + 1;
  }
  return after_amount(u + 1, unit, number, vague, v);
}

// What an amount becomes by the word behind it: ago, earlier, later.
TimeReader::Pos TimeReader::after_amount(Pos end, int unit, double number, bool vague, TimeValue& v) const {
  const C next = cls(end);
  const bool ago = next == C::Ago;
  if (ago && (vague || !context_.published || number != std::floor(number))) {
    v = reference_value("PAST_REF");
    return end + 1;
  }
  if (ago && unit >= kDay) {
    int count = static_cast<int>(number);
    int step = unit;
    if (unit == kDecade || unit == kCentury || unit == kMillennium) {
      count *= unit == kDecade ? 10 : (unit == kCentury ? 100 : 1000);
      step = kYear;
    }
    if (count < context_.published->year || step < kYear) {
      if (count < 10000 && shift(step, -count, *context_.published, DateBasis::Relative, v)) return end + 1;
    }
    v = reference_value("PAST_REF");
    return end + 1;
  }
  const bool leans = (next == C::Earlier || next == C::Later) && !vague && number == std::floor(number) && number < 1000;
  if (leans && unit >= kDay && unit <= kYear) {
    const int count = static_cast<int>(next == C::Later ? number : -number);
    const std::optional<Date> base = unit == kYear ? (context_.year ? std::optional<Date>(Date{*context_.year, 0, 0}) : std::nullopt)
                                     : unit >= kMonth ? context_.month : context_.day;
    if (base && shift(unit, count, *base, DateBasis::Relative, v)) return end + 1;
  }
  v = duration_value(duration(number, vague, unit));
  return ago ? end + 1 : end;
}

// every day | each Tuesday | daily | Tuesdays
TimeReader::Pos TimeReader::repeated(Pos i, TimeValue& v) const {
  if (cls(i) == C::SetWord) {
    v = set_value(value(i) == kHour ? "PT1H" : std::string("P1") + unit_codes[value(i)]);
    return i + 1;
  }
  if (cls(i) == C::Weekdays) {
    v = set_value("XXXX-WXX-" + std::to_string(value(i)));
    return i + 1;
  }
  if (cls(i) != C::Each) return none;
  switch (cls(i + 1)) {
    case C::Unit: {
      const int unit = value(i + 1);
      if (unit == kPeriod) return none;
      v = set_value((unit < kDay ? "PT1" : "P1") + std::string(unit_codes[unit]));
      return i + 2;
    }
    case C::Weekday: v = set_value("XXXX-WXX-" + std::to_string(value(i + 1))); return i + 2;
    case C::Month: v = set_value("XXXX-" + write_two(value(i + 1))); return i + 2;
    case C::Season: {
      constexpr const char* names[] = {"", "SP", "SU", "FA", "WI"};
      v = set_value(std::string("XXXX-") + names[value(i + 1)]);
      return i + 2;
    }
    default: return none;
  }
}

// 10:35 a.m. | 5 p.m. EST Nov. 9 | 19:15 GMT
TimeReader::Pos TimeReader::clock(Pos i, TimeValue& v) const {
  const bool hour_only = small_number(i, 12);
  if (cls(i) != C::Clock && !hour_only) return none;
  Pos k = i + 1;
  int minutes = hour_only ? value(i) * 60 : value(i);
  const bool half_day = cls(k) == C::AmPm;
  if (half_day) {
    const int offset = value(k);
    const int hour = minutes / 60;
    if (hour > 12) return none;
    if (offset == 12 && hour < 12) minutes += 12 * 60;
    if (offset == 0 && hour == 12) minutes -= 12 * 60;
    ++k;
  }
  const bool zone = cls(k) == C::Zone;
  if (zone) ++k;
  const bool led = i > 0 && cls(i - 1) == C::Preposition && cls(i) == C::Clock;
  if (!half_day && !zone && !led) return none;
  if (hour_only && !half_day) return none;
  Pos day_at = is(k, C::Comma, 0) ? k + 1 : k;
  TimeValue day;
  Pos end = none;
  if (cls(day_at) == C::Weekday || cls(day_at) == C::DayName || cls(day_at) == C::Month) {
    end = absolute(day_at, day);
    if (end == none) end = deictic(day_at, day);
  }
  const Date* date = end != none && day.grain == Grain::Day ? &day.date : (context_.sentence_day ? &*context_.sentence_day : context_.today());
  if (end == none || day.grain != Grain::Day) end = k;
  const std::string time = "T" + write_two(minutes / 60) + ":" + write_two(minutes % 60);
  if (date) {
    v = day_value(*date, day.grain == Grain::Day ? day.basis : DateBasis::InferredFromPublicationDate);
    v.timex = write(*date) + time;
  } else {
    v.timex = "XXXX-XX-XX" + time;
    v.basis = DateBasis::None;
  }
  v.type = "TIME";
  return end;
}

// now | recently | the future | the past | these days
TimeReader::Pos TimeReader::reference(Pos i, TimeValue& v) const {
  constexpr const char* names[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
  if (cls(i) == C::Reference && value(i) < 3) {
    v = reference_value(names[value(i)]);
    return i + 1;
  }
  if (is(i, C::Relative, 0) && spelled(i, "current") && (i == 0 || !spelled(i - 1, "then"))) {
    v = reference_value(names[0]);
    return i + 1;
  }
  if (cls(i) == C::The) {
    Pos k = i + 1;
    if (spelled(k, "near") || spelled(k, "foreseeable") || spelled(k, "distant") || spelled(k, "recent")) ++k;
    if (is(k, C::Reference, 3)) {
      v = reference_value(names[2]);
      return k + 1;
    }
    const C next = cls(k + 1);
    if (is(k, C::Relative, -2) && next != C::Unit && next != C::Units && next != C::Number && next != C::Vague) {
      const auto f = form(k + 1);
      const bool ends = f.empty() || f == "." || f == "," || f == ";" || next == C::Comma || next == C::Preposition || next == C::And || f == "but";
      if (!ends) return none;
      v = reference_value(names[1]);
      return k + 1;
    }
  }
  if (is(i, C::That, 2) && is(i + 1, C::Units, kDay)) {
    v = reference_value(names[0]);
    return i + 2;
  }
  return none;
}

// Thanksgiving Day, Christmas Eve 1998, New Year's Day, Election Day: the one nearest to the publication date.
TimeReader::Pos TimeReader::holiday(Pos i, TimeValue& v) const {
  struct Feast {
    std::string_view first, second;
    int month, day;  // day 0: the `week`th `weekday` of the month
    int week, weekday;
  };
  constexpr Feast feasts[] = {
      {"christmas", "eve", 12, 24, 0, 0}, {"christmas", "day", 12, 25, 0, 0}, {"christmas", "", 12, 25, 0, 0},
      {"thanksgiving", "day", 11, 0, 4, 4}, {"thanksgiving", "", 11, 0, 4, 4}, {"halloween", "", 10, 31, 0, 0},
      {"labor", "day", 9, 0, 1, 1}, {"independence", "day", 7, 4, 0, 0}, {"election", "day", 11, 1, 1, 2},
  };
  const auto lead = form(i);
  if (lead.empty() || lead[0] < 'A' || lead[0] > 'Z') return none;
  if (cls(i) != C::Holiday && !is(i + 1, C::Unit, kDay)) return none;
  for (const Feast& feast : feasts) {
    if (!spelled(i, feast.first) || (!feast.second.empty() && !spelled(i + 1, feast.second))) continue;
    Pos end = i + (feast.second.empty() ? 1 : 2);
    int year = 0;
    DateBasis basis = DateBasis::Explicit;
    if (const Pos behind = year_behind(end, year, basis); behind != none) {
      end = behind;
    } else {
      if (!context_.today()) return none;
      year = resolve_month_day(feast.month, feast.day > 0 ? feast.day : 25, i, basis).year;
    }
    Date date{year, feast.month, feast.day};
    if (feast.weekday > 0) {
      date.day = 1 + (feast.day > 0 ? 1 : 0);  // election day: the Tuesday after the first Monday
      date = add_days(date, (feast.weekday - weekday_of(date) + 7) % 7 + (feast.week - 1) * 7);
    }
    v = day_value(date, basis);
    return end;
  }
  return none;
}

}  // namespace entente::extract
