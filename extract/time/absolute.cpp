// Dates that stand on the calendar: days, months, years, decades, centuries, seasons, quarters.
#include "extract/time/reader.hpp"

namespace entente::extract {

namespace {

// The date of `month` and `day` nearest to the publication date: the last one, or the next one if it lies ahead.
int nearest_year(const Date& today, int month, int day, bool future) {
  const Date here{today.year, month, day};
  const auto distance = [&](int year) { return day_number({year, month, day > 28 ? 28 : day}) - day_number(today); };
  const auto ahead = distance(here.year);
  if (ahead < 0) return -ahead > (future ? 60 : 200) ? here.year + 1 : here.year;
  return ahead <= 165 || future ? here.year : here.year - 1;
}

}  // namespace

TimeReader::Pos TimeReader::absolute(Pos i, TimeValue& v) const {
  switch (cls(i)) {
    case C::Weekday: return weekday_date(i, v);
    case C::Month:
      if (const Pos end = month_day(i, v); end != none) return end;
      return month(i, v);
    case C::Number:
    case C::Ordinal:
      if (const Pos end = day_month(i, v); end != none) return end;
      if (const Pos end = quarter(i, v); end != none) return end;
      if (const Pos end = decade_or_century(i, v); end != none) return end;
      return year(i, v);
    case C::Year:
    case C::IsoDate:
      if (cls(i) == C::IsoDate) return written_date(i, v);
      if (const Pos end = quarter(i, v); end != none) return end;
      return year(i, v);
    case C::Decade: return decade_or_century(i, v);
    case C::Season: return season(i, v);
    case C::Fiscal:
      if (const Pos end = quarter(i, v); end != none) return end;
      return year(i + 1, v);
    case C::The: {
      const bool prefixed = cls(i + 1) == C::Early || cls(i + 1) == C::Late || cls(i + 1) == C::Mid;
      const Pos k = prefixed ? (cls(i + 2) == C::Dash ? i + 3 : i + 2) : i + 1;
      if (const Pos end = decade_or_century(k, v); end != none) return end;
      if (const Pos end = quarter(i + 1, v); end != none) return end;
      if (cls(k) == C::Season) return season(k, v);
      if (cls(i + 1) == C::Ordinal && items_[i + 1].digits) return day_month(i + 1, v);
      if (is(i + 1, C::Unit, kYear)) return year(i + 2, v);
      return none;
    }
    default: return none;
  }
}

bool TimeReader::is_year(Pos i) const {
  return cls(i) == C::Year && items_[i].value >= 1000;
}

// nineteen ninety-six, two thousand
TimeReader::Pos TimeReader::spelled_year(Pos i, int& year) const {
  if (cls(i) != C::Number || items_[i].digits) return none;
  const auto tens = [&](Pos k) { return cls(k) == C::Number && !items_[k].digits && value(k) >= 20 && value(k) <= 90 && value(k) % 10 == 0; };
  const auto ones = [&](Pos k) { return cls(k) == C::Number && !items_[k].digits && value(k) <= 9; };
  if ((value(i) == 19 || value(i) == 18 || value(i) == 20) && tens(i + 1)) {
    year = value(i) * 100 + value(i + 1);
    Pos k = i + 2;
    if (cls(k) == C::Dash) ++k;
    if (!ones(k)) return i + 2;
    year += value(k);
    return k + 1;
  }
  if (value(i) == 2 && is(i + 1, C::Number, 1000) && i > 0 && is(i - 1, C::Unit, kYear)) {
    year = 2000;
    return i + 2;
  }
  return none;
}

// A year behind a month, season or quarter: 1998, of 1998, last year, of this year.
TimeReader::Pos TimeReader::year_behind(Pos i, int& year, DateBasis& basis) const {
  Pos k = i;
  if (cls(k) == C::Comma && is_year(k + 1)) ++k;
  if (cls(k) == C::Of || (is(k, C::Preposition, 0) && spelled(k, "in"))) ++k;
  if (cls(k) == C::Fiscal) ++k;
  if (is_year(k)) {
    year = value(k);
    basis = DateBasis::Explicit;
    return k + 1;
  }
  if (const Pos end = spelled_year(k, year); end != none) {
    basis = DateBasis::Explicit;
    return end;
  }
  if (cls(k) == C::Relative && is(k + 1, C::Unit, kYear) && context_.published && value(k) >= -1 && value(k) <= 1) {
    year = context_.published->year + value(k);
    basis = DateBasis::Relative;
    return k + 2;
  }
  if ((is(k, C::That, 0) || (cls(k) == C::The && cls(k + 1) == C::Same)) && context_.year) {
    const Pos unit = cls(k) == C::That ? k + 1 : k + 2;
    if (!is(unit, C::Unit, kYear)) return none;
    year = *context_.year;
    basis = DateBasis::Relative;
    return unit + 1;
  }
  return none;
}

Date TimeReader::resolve_month_day(int month, int day, Pos i, DateBasis& basis) const {
  basis = DateBasis::InferredFromPublicationDate;
  if (const Date* today = context_.today()) return {nearest_year(*today, month, day, future_at(i)), month, day};
  if (context_.published && context_.published->month == 0) return {context_.published->year, month, day};
  basis = DateBasis::None;
  return {0, month, day};
}

// Nov. 9 | Nov. 9, 1989 | March 3-5, 2021
TimeReader::Pos TimeReader::month_day(Pos i, TimeValue& v) const {
  const bool numbered = small_number(i + 1, 31) || (cls(i + 1) == C::Ordinal && value(i + 1) <= 31);
  if (!numbered || (value(i) == 5 && !items_[i].capital)) return none;
  const int day = value(i + 1);
  Pos end = i + 2;
  int last_day = 0;
  if (cls(end) == C::Dash && small_number(end + 1, 31) && value(end + 1) > day) {
    last_day = value(end + 1);
    end += 2;
  }
  Date date{0, value(i), day};
  DateBasis basis = DateBasis::Explicit;
  const Pos behind = cls(end) == C::Of ? none : year_behind(end, date.year, basis);
  if (behind != none) end = behind;
  else date = resolve_month_day(value(i), day, i, basis);
  if (date.year == 0) {
    if (day > days_in_month(2000, date.month)) return none;
    v = day_value({2000, date.month, day}, basis);
    v.edtf = "XXXX-" + write_two(date.month) + "-" + write_two(day);
    v.grain = Grain::None;
    return end;
  }
  if (!is_valid(date)) return none;
  v = day_value(date, basis);
  const Date to{date.year, date.month, last_day};
  if (last_day > 0 && is_valid(to)) v.edtf = write_interval(date, to);
  return end;
}

// 15 June 2021 | 15th of June
TimeReader::Pos TimeReader::day_month(Pos i, TimeValue& v) const {
  const bool numbered = small_number(i, 31) || (cls(i) == C::Ordinal && value(i) <= 31);
  if (!numbered) return none;
  const Pos m = cls(i + 1) == C::Of ? i + 2 : i + 1;
  if (cls(m) != C::Month || !items_[m].capital) return none;
  if (cls(m + 1) == C::Number && small_number(m + 1, 31) && cls(i) == C::Number) return none;  // "at 5 March 3 ..."
  Date date{0, value(m), value(i)};
  DateBasis basis = DateBasis::Explicit;
  Pos end = year_behind(m + 1, date.year, basis);
  if (end == none) {
    end = m + 1;
    date = resolve_month_day(date.month, date.day, i, basis);
  }
  const bool known = date.year != 0;
  if (!is_valid({known ? date.year : 2000, date.month, date.day})) return none;
  v = day_value({known ? date.year : 2000, date.month, date.day}, basis);
  if (!known) {
    v.edtf = "XXXX-" + write_two(date.month) + "-" + write_two(date.day);
    v.grain = Grain::None;
  }
  return end;
}

// Tuesday, March 23, 2021 | Friday 23 June
TimeReader::Pos TimeReader::weekday_date(Pos i, TimeValue& v) const {
  Pos k = cls(i + 1) == C::Comma ? i + 2 : i + 1;
  if (cls(k) == C::The) ++k;
  if (cls(k) == C::Month) return month_day(k, v);
  return day_month(k, v);
}

int TimeReader::resolve_month(int month, Pos i) const {
  const Date& now = *context_.published;
  if (now.month == 0) return now.year;
  if (future_at(i)) return month >= now.month ? now.year : now.year + 1;
  return month <= now.month ? now.year : now.year - 1;
}

// June | June 1998 | June of last year | mid-June
TimeReader::Pos TimeReader::month(Pos i, TimeValue& v) const {
  const int number = value(i);
  if (!items_[i].capital && !items_[i].mid) return none;
  int year = 0;
  DateBasis basis = DateBasis::Explicit;
  if (const Pos end = year_behind(i + 1, year, basis); end != none) {
    v = month_value(year, number, basis);
    return end;
  }
  const auto word = form(i);
  const bool short_name = word.size() == 3 && number != 5 && !items_[i].mid;
  if (short_name && i + 1 < items_.size() && items_[i + 1].capital) return none;  // Jan Kavan
  if (number == 5 || number == 3 || short_name) {  // may, to march
    const C left = i > 0 ? cls(i - 1) : C::None;
    const bool leads = left == C::Preposition || left == C::Early || left == C::Late || left == C::Mid || left == C::Relative ||
                       left == C::Of || left == C::To || left == C::Each || left == C::And || left == C::Earlier || left == C::Later;
    if (!leads && !items_[i].mid) return none;
  }
  if (!context_.published) {
    v.edtf = "XXXX-" + write_two(number);
    v.basis = DateBasis::MonthOnly;
    return i + 1;
  }
  v = month_value(resolve_month(number, i), number, DateBasis::InferredFromPublicationDate);
  return i + 1;
}

// 1998 | 1990-95 | 1990-1995
TimeReader::Pos TimeReader::year(Pos i, TimeValue& v) const {
  int number = 0;
  if (const Pos end = spelled_year(i, number); end != none) {
    v = year_value(number, DateBasis::Explicit);
    return end;
  }
  if (cls(i) != C::Year) return none;
  number = value(i);
  const C left = i > 0 ? cls(i - 1) : C::None;
  if (number < 1900 || number > 2049) {
    const bool leads = left == C::Preposition || left == C::Early || left == C::Late || left == C::Mid || left == C::To || left == C::Of;
    if (!leads || number < 1400) return none;
  }
  const auto before = i > 0 ? form(i - 1) : std::string_view();
  if (before == "$" || before == "#" || before == "No." || before == "\u00A3" || before == "\u20AC") return none;
  const auto after = form(i + 1);
  if (after == "%" || after == "people" || after == "troops" || after == "soldiers" || after == "men" || after == "km" ||
      after == "miles" || after == "feet" || after == "meters" || after == "metres" || after == "tons" || after == "points") return none;
  v = year_value(number, DateBasis::Explicit);
  if (cls(i + 1) != C::Dash || value(i + 1) != 0) return i + 1;
  int last = is_year(i + 2) ? value(i + 2) : 0;
  if (last == 0 && small_number(i + 2, 99) && form(i + 2).size() == 2) last = number / 100 * 100 + value(i + 2);
  if (last <= number || !items_[i + 2].glued) return i + 1;
  v.edtf = write_year(number) + "/" + write_year(last);
  return i + 3;
}

// 2021-06-15 | 15/06/2021 | 6/15/2021 | 15.6.2021 | 2012/13
TimeReader::Pos TimeReader::written_date(Pos i, TimeValue& v) const {
  const auto f = form(i);
  if (value(i) == 0) {
    const auto date = parse_date(f);
    if (!date) return none;
    v = day_value(*date, DateBasis::Explicit);
    return i + 1;
  }
  int part[3] = {0, 0, 0};
  int count = 0;
  for (const char c : f) {
    if (c >= '0' && c <= '9') {
      if (count < 3 && part[count] < 100000) part[count] = part[count] * 10 + (c - '0');
    } else if (++count > 2) {
      return none;
    }
  }
  if (value(i) == 2) {
    const int last = part[1] < 100 ? part[0] / 100 * 100 + part[1] : part[1];
    if (last <= part[0] || last > part[0] + 99) return none;
    v = year_value(part[0], DateBasis::Explicit);
    v.edtf = write_year(part[0]) + "/" + write_year(last);
    return i + 1;
  }
  if (part[2] < 100) part[2] += part[2] < 40 ? 2000 : 1900;
  const bool dots = f.find('.') != std::string_view::npos;
  const Date day_first{part[2], part[1], part[0]};
  const Date month_first{part[2], part[0], part[1]};
  if (part[2] > 2100 || part[2] < 1000) return none;
  if (dots ? !is_valid(day_first) : !is_valid(day_first) && !is_valid(month_first)) return none;
  bool american = !dots && is_valid(month_first);
  if (american && is_valid(day_first) && context_.today() && !(month_first == day_first)) {  // either: the one nearer to the publication
    const auto gap = [&](const Date& d) {
      const auto n = day_number(d) - day_number(*context_.today());
      return n < 0 ? -n : n;
    };
    american = gap(month_first) <= gap(day_first);
  }
  v = day_value(american ? month_first : day_first, DateBasis::Explicit);
  return i + 1;
}

// 1990s | nineties | 19th century
TimeReader::Pos TimeReader::decade_or_century(Pos i, TimeValue& v) const {
  if (cls(i) == C::Decade) {
    v = decade_value(value(i), DateBasis::Explicit);
    return i + 1;
  }
  if (cls(i) != C::Ordinal) return none;
  int number = value(i);
  Pos k = i + 1;
  if (number == 20 && cls(k) == C::Dash) ++k;
  if (is(i, C::Number, 20) && cls(k) == C::Ordinal) number = 20 + value(k++);
  if (cls(k) == C::Dash) ++k;
  if (!is(k, C::Unit, kCentury) || number < 1 || number > 30) return none;
  v = century_value(number - 1, DateBasis::Explicit);
  return k + 1;
}

// summer 2012 | fall of 1994 | the spring
TimeReader::Pos TimeReader::season(Pos i, TimeValue& v) const {
  int year = 0;
  DateBasis basis = DateBasis::Explicit;
  if (const Pos end = year_behind(i + 1, year, basis); end != none) {
    v = season_value(year, value(i), basis);
    return end;
  }
  Pos the = i;
  if (the > 0 && (cls(the - 1) == C::Early || cls(the - 1) == C::Late)) --the;
  const bool the_one = the > 0 && cls(the - 1) == C::The;
  const bool determined = the_one && the > 1 && (is(the - 2, C::Preposition, 0) || cls(the - 2) == C::Approximate || spelled(the - 2, "into") || cls(the - 2) == C::Of);
  if (!determined || !context_.published) return none;
  const Date& now = *context_.published;
  const int begins = value(i) * 3;
  const bool past = now.month == 0 || begins <= now.month || future_at(i);
  v = season_value(past ? now.year : now.year - 1, value(i), DateBasis::InferredFromPublicationDate);
  return i + 1;
}

// third quarter | third-quarter | the fiscal first quarter | 1988 third quarter | first half of 1998
TimeReader::Pos TimeReader::quarter(Pos i, TimeValue& v) const {
  Pos k = i;
  int year = 0;
  DateBasis basis = DateBasis::InferredFromPublicationDate;
  if (is_year(k)) {
    year = value(k++);
    basis = DateBasis::Explicit;
  }
  while (cls(k) == C::Fiscal || (k > i && cls(k) == C::Dash)) ++k;
  const int number = cls(k) == C::Ordinal ? value(k) : 0;
  if (number < 1 || number > 4) return none;
  ++k;
  if (cls(k) == C::Dash) ++k;
  const bool half = cls(k) == C::Half;
  if ((!half && !is(k, C::Unit, kQuarter)) || (half && number > 2)) return none;
  ++k;
  if (year == 0) {
    if (const Pos end = year_behind(k, year, basis); end != none) k = end;
  }
  if (year == 0) {
    if (!context_.published || (half && cls(k) != C::Of)) return none;
    const Date& now = *context_.published;
    const int begins = half ? number * 6 - 5 : number * 3 - 2;
    year = now.month == 0 || begins <= now.month || future_at(i) ? now.year : now.year - 1;
    if (half) {
      if (cls(k + 1) != C::The || !is(k + 2, C::Unit, kYear)) return none;
      k += 3;
    }
  }
  v = half ? half_value(year, number, basis) : quarter_value(year, number, basis);
  return k;
}

}  // namespace entente::extract
