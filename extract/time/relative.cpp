// Dates named from the day of publication or from another date: yesterday, last week, the following year, a year ago.
#include "extract/time/reader.hpp"

namespace entente::extract {
namespace {

constexpr const char* parts[] = {"", "TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00", "TMO", "TEV", "TNI", "TMI"};

TimeValue time_value(const Date& date, const char* suffix, DateBasis basis) {
  TimeValue v = day_value(date, basis);
  v.timex = write(date) + suffix;
  v.type = "TIME";
  return v;
}

}  // namespace

// The part of the day behind a day: Friday night, yesterday morning.
TimeReader::Pos TimeReader::day_part(Pos i, const Date& date, TimeValue& v) const {
  if (cls(i) != C::DayPart) return none;
  v = time_value(date, parts[value(i)], v.basis);
  return i + 1;
}

TimeReader::Pos TimeReader::deictic(Pos i, TimeValue& v) const {
  if (cls(i) == C::Weekday) return weekday(i, v);
  const Date* today = context_.today();
  if (cls(i) == C::The && is(i + 1, C::Unit, kDay) && (cls(i + 2) == C::Before || cls(i + 2) == C::After) && cls(i + 3) == C::DayName && today) {
    const int offset = cls(i + 2) == C::Before ? -1 : 1;
    v = day_value(add_days(*today, value(i + 3) + offset), DateBasis::Relative);
    return i + 4;
  }
  if (cls(i) != C::DayName) {
    // noon Friday, midnight yesterday
    const bool hour = cls(i) == C::DayPart && (value(i) == 5 || value(i) == 6);
    if (!hour) return none;
    TimeValue day;
    const Pos end = cls(i + 1) == C::Weekday || cls(i + 1) == C::DayName ? deictic(i + 1, day) : none;
    if (end != none && day.grain == Grain::Day) {
      v = time_value(day.date, parts[value(i)], day.basis);
      return end;
    }
    if (!today) return none;
    v = time_value(context_.sentence_day ? *context_.sentence_day : *today, parts[value(i)], DateBasis::InferredFromPublicationDate);
    return i + 1;
  }
  if (!today) {
    v = reference_value(value(i) == 0 ? "PRESENT_REF" : (value(i) < 0 ? "PAST_REF" : "FUTURE_REF"));
    return i + 1;
  }
  v.basis = DateBasis::Relative;
  if (value(i) == 10) {
    v = time_value(*today, "TNI", DateBasis::Relative);
    return i + 1;
  }
  const Date date = add_days(*today, value(i));
  if (const Pos end = day_part(i + 1, date, v); end != none) return end;
  v = day_value(date, DateBasis::Relative);
  return i + 1;
}

// Tuesday, and Tuesday night: the last one, today's included, or the coming one.
TimeReader::Pos TimeReader::weekday(Pos i, TimeValue& v) const {
  const Date* today = context_.today();
  if (!today) {
    v.timex = "XXXX-WXX-" + std::to_string(value(i));
    v.basis = DateBasis::None;
    return i + 1;
  }
  int offset = value(i) - weekday_of(*today);
  if (offset > 0) offset -= 7;
  if (future_at(i)) offset = offset < 0 ? offset + 7 : offset;
  const Date date = add_days(*today, offset);
  v.basis = DateBasis::InferredFromPublicationDate;
  if (const Pos end = day_part(i + 1, date, v); end != none) return end;
  v = day_value(date, v.basis);
  return i + 1;
}

// The unit that lies `offset` units from the one that holds `base`.
bool TimeReader::shift(int unit, int offset, const Date& base, DateBasis basis, TimeValue& v) const {
  switch (unit) {
    case kDay:
      if (base.day == 0) return false;
      v = day_value(add_days(base, offset), basis);
      return true;
    case kWeek:
      if (base.day == 0) return false;
      v = week_value(add_days(base, offset * 7), basis);
      return true;
    case kMonth: {
      if (base.month == 0) return false;
      const Date d = add_months({base.year, base.month, 0}, offset);
      v = month_value(d.year, d.month, basis);
      return true;
    }
    case kQuarter: {
      if (base.month == 0) return false;
      const Date d = add_months({base.year, (base.month - 1) / 3 * 3 + 1, 0}, offset * 3);
      v = quarter_value(d.year, (d.month - 1) / 3 + 1, basis);
      return true;
    }
    case kYear: v = year_value(base.year + offset, basis); return true;
    case kDecade: v = decade_value(base.year / 10 + offset, basis); return true;
    case kCentury: v = century_value(base.year / 100 + offset, basis); return true;
    default: return false;
  }
}

// [the] last week | this month | next Tuesday | last fall | this morning | the current fiscal year
TimeReader::Pos TimeReader::relative(Pos i, TimeValue& v) const {
  Pos k = cls(i) == C::The ? i + 1 : i;
  if (cls(k) != C::Relative) return none;
  int offset = value(k++);
  if (offset == 0 && cls(k) == C::Relative && (value(k) == 2 || value(k) == -2)) offset = value(k++);  // this coming, this past
  while (cls(k) == C::Fiscal || cls(k) == C::Full) ++k;
  const Date* today = context_.today();
  switch (cls(k)) {
    case C::Unit: return relative_unit(k, offset, v);
    case C::Weekend: {
      if (!today || offset < -3) return none;
      v = weekend_value(add_days(*today, offset < 0 ? -7 : (offset == 0 ? 0 : (offset == 1 ? 7 : 0))), DateBasis::Relative);
      return k + 1;
    }
    case C::Weekday: {
      if (!today) {
        v.timex = "XXXX-WXX-" + std::to_string(value(k));
        v.basis = DateBasis::None;
        return k + 1;
      }
      const Date& base = offset == -3 || offset == 3 ? (context_.day ? *context_.day : *today) : *today;
      int days = value(k) - weekday_of(base);
      if (offset < 0) days = days >= 0 ? days - 7 : days;
      if (offset > 0) days = days <= 0 ? days + 7 : days;
      v.basis = DateBasis::Relative;
      const Date date = add_days(base, days);
      if (const Pos end = day_part(k + 1, date, v); end != none) return end;
      v = day_value(date, DateBasis::Relative);
      return k + 1;
    }
    case C::Month: {
      if (!context_.published || context_.published->month == 0 || !items_[k].capital) return none;
      const Date& now = *context_.published;
      int year = now.year;
      if (offset < 0 && value(k) >= now.month) --year;
      if (offset > 0 && value(k) <= now.month) ++year;
      TimeValue day;
      if (cls(k + 1) == C::Number || cls(k + 1) == C::Ordinal) {
        if (const Pos end = month_day(k, day); end != none) {
          v = day;
          return end;
        }
      }
      v = month_value(year, value(k), DateBasis::Relative);
      return k + 1;
    }
    case C::Season: {
      if (!context_.published) {
        v = reference_value(offset < 0 ? "PAST_REF" : "FUTURE_REF");
        return k + 1;
      }
      const Date& now = *context_.published;
      int year = now.year;
      if (offset < 0 && now.month > 0 && value(k) * 3 >= now.month && !(value(k) == 4 && now.month < 3)) --year;
      if (offset < 0 && value(k) == 4 && now.month < 3) --year;
      if (offset > 0 && now.month > 0 && value(k) * 3 <= now.month) ++year;
      v = season_value(year, value(k), DateBasis::Relative);
      return k + 1;
    }
    case C::DayPart: {
      const bool night = value(k) == 4;
      if (!today || (offset != 0 && !(offset == -1 && night))) return none;
      v.basis = DateBasis::Relative;
      return day_part(k, add_days(*today, offset == 0 ? 0 : -1), v);
    }
    default: return none;
  }
}

TimeReader::Pos TimeReader::relative_unit(Pos i, int offset, TimeValue& v) const {
  const int unit = value(i);
  if (offset == -5) {  // the latest quarter
    if (!context_.published || context_.published->month == 0) return none;
    if (unit == kQuarter || unit == kPeriod) return shift(kQuarter, -1, *context_.published, DateBasis::Relative, v) ? i + 1 : none;
    offset = unit == kWeek ? -1 : 0;
  }
  if (offset == -4 || unit == kPeriod) return none;
  const bool leans = offset == 3 || offset == -3 || (offset == 1 && unit == kDay);
  if (leans) {  // the following day: from the date that was named last
    const std::optional<Date>& base = unit == kYear ? (context_.year ? std::optional<Date>(Date{*context_.year, 0, 0}) : std::nullopt)
                                      : unit == kMonth ? context_.month : (context_.day ? context_.day : context_.published);
    if (!base || unit == kPeriod) return none;
    return shift(unit, offset > 0 ? 1 : -1, *base, DateBasis::Relative, v) ? i + 1 : none;
  }
  if (unit < kDay) return none;
  const bool named = items_[i - 1].cls == C::Fiscal;
  if (offset == -2 && unit != kYear && !named) {
    if (unit == kDecade || unit == kQuarter) return context_.published && shift(unit, -1, *context_.published, DateBasis::Relative, v) ? i + 1 : none;
    constexpr const char* codes[] = {"PT1S", "PT1M", "PT1H", "P1D", "P1W", "P1M", "P3M", "P1Y", "P10Y", "P100Y", "P1000Y", ""};
    v = duration_value(codes[unit]);
    return i + 1;
  }
  offset = offset == 0 ? 0 : (offset < 0 ? -1 : 1);
  if (!context_.published) {
    v = reference_value(offset < 0 ? "PAST_REF" : (offset > 0 ? "FUTURE_REF" : "PRESENT_REF"));
    return i + 1;
  }
  if (!shift(unit, offset, *context_.published, DateBasis::Relative, v)) return none;
  // this year's third quarter, last year's fourth quarter
  Pos k = i + 1;
  if (unit == kYear && (form(k) == "'s" || form(k) == "\u2019s")) {
    while (cls(k + 1) == C::Fiscal) ++k;
    const bool quarter = cls(k + 1) == C::Ordinal && value(k + 1) <= 4 && is(k + 2, C::Unit, kQuarter);
    if (quarter) {
      v = quarter_value(v.date.year, value(k + 1), DateBasis::Relative);
      return k + 3;
    }
  }
  return i + 1;
}

// the quarter, the weekend, that year, the same day, the year-earlier period
TimeReader::Pos TimeReader::the_unit(Pos i, TimeValue& v) const {
  if (cls(i) == C::The && cls(i + 1) == C::Weekend) {
    const Date* today = context_.today();
    if (!today) return none;
    const bool early = weekday_of(*today) < 6 && !future_at(i);
    v = weekend_value(add_days(*today, early ? -7 : 0), DateBasis::Relative);
    return i + 2;
  }
  const bool same = (cls(i) == C::The || is(i, C::That, 0)) && cls(i + 1) == C::Same;
  if (same || is(i, C::That, 0)) {
    const Pos k = same ? i + 2 : i + 1;
    if (cls(k) == C::DayPart && context_.day) {
      v.basis = DateBasis::Relative;
      return day_part(k, *context_.day, v);
    }
    if (cls(k) != C::Unit) return none;
    const bool known = value(k) == kYear ? context_.year.has_value()
                       : value(k) == kMonth ? context_.month.has_value()
                       : value(k) == kQuarter ? context_.quarter.has_value() : value(k) == kDay && context_.day.has_value();
    if (!known) return none;
    const Date base = value(k) == kYear ? Date{*context_.year, 0, 0} : value(k) == kMonth ? *context_.month
                      : value(k) == kQuarter ? *context_.quarter : *context_.day;
    return shift(value(k), 0, base, DateBasis::Relative, v) ? k + 1 : none;
  }
  if (cls(i) != C::The || !context_.published) return none;
  Pos k = i + 1;
  while (cls(k) == C::Full || cls(k) == C::Fiscal) ++k;
  if (cls(k) != C::Unit) return none;
  const bool of = i > 0 && (cls(i - 1) == C::Of || (is(i - 1, C::Preposition, 0)));
  switch (value(k)) {
    case kQuarter:
      if (context_.quarter) return shift(kQuarter, 0, *context_.quarter, DateBasis::Relative, v) ? k + 1 : none;
      return shift(kQuarter, -1, *context_.published, DateBasis::Relative, v) ? k + 1 : none;
    case kWeek:
    case kMonth: return of && shift(value(k), 0, *context_.published, DateBasis::Relative, v) ? k + 1 : none;
    case kYear:
      if (of) return shift(kYear, 0, *context_.published, DateBasis::Relative, v) ? k + 1 : none;
      if (i == 0 || !is(i - 1, C::Preposition, 3)) return none;
      v = duration_value("P1Y");
      return k + 1;
    default: return none;
  }
}

// year-end, year end, the year's end: the last day of the year
TimeReader::Pos TimeReader::year_end(Pos i, TimeValue& v) const {
  if (!is(i, C::Unit, kYear) || !context_.published) return none;
  Pos k = i + 1;
  if (cls(k) == C::Dash || form(k) == "'s" || form(k) == "\u2019s") ++k;
  if (!is(k, C::Edge, 3) || !spelled(k, "end") || cls(k + 1) == C::Of) return none;
  v = day_value({context_.published->year, 12, 31}, DateBasis::Relative);
  v.grain = Grain::None;
  return k + 1;
}

// a year ago | a year earlier | year-ago | the year-earlier quarter | the year-ago third quarter
TimeReader::Pos TimeReader::year_ago(Pos i, TimeValue& v) const {
  Pos k = i;
  if (cls(k) == C::The) ++k;
  if (cls(k) == C::A) ++k;
  if (!is(k, C::Unit, kYear)) return none;
  const bool dashed = cls(k + 1) == C::Dash;
  const Pos ago = dashed ? k + 2 : k + 1;
  if (cls(ago) != C::Ago && cls(ago) != C::Earlier) return none;
  if (!dashed && cls(i) != C::A) return none;
  if (!context_.published && !(context_.year && cls(ago) == C::Earlier)) {
    v = reference_value("PAST_REF");
    return ago + 1;
  }
  Pos end = ago + 1;
  int number = 0;
  if (dashed) {
    if (cls(end) == C::Ordinal && value(end) <= 4 && is(end + 1, C::Unit, kQuarter)) {
      number = value(end);
      end += 2;
    } else if (is(end, C::Unit, kQuarter) || is(end, C::Unit, kPeriod)) {
      ++end;
    }
  }
  const int here = context_.published ? context_.published->year : *context_.year;
  if (number > 0) {
    v = quarter_value(here - 1, number, DateBasis::Relative);
  } else if (context_.quarter) {  // business news: compared with the same quarter
    return shift(kQuarter, -4, {here, context_.quarter->month, 0}, DateBasis::Relative, v) ? end : none;
  } else {
    v = year_value(here - 1, DateBasis::Relative);
  }
  return end;
}

}  // namespace entente::extract
