#include "extract/time/reader.hpp"

#include <algorithm>

namespace entente::extract {

void TimeContext::remember(const TimeValue& value) {
  switch (value.grain) {
    case Grain::Day: day = sentence_day = value.date; break;
    case Grain::Month: month = value.date; break;
    case Grain::Quarter:
      quarter = value.date;
      quarter_newer = true;
      break;
    default: break;
  }
  if (value.grain == Grain::Year) quarter_newer = false;
  if (value.grain != Grain::None && value.grain < Grain::Decade) year = value.date.year;
}

bool TimeReader::small_number(Pos i, int most) const {
  return cls(i) == C::Number && items_[i].digits && items_[i].value >= 1 && items_[i].value <= most;
}

bool TimeReader::spelled(Pos i, std::string_view lower) const {
  const auto f = form(i);
  return f.size() == lower.size() && std::equal(f.begin(), f.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
         });
}

// Whether what is said near item `i` lies ahead: "will", "is expected to", "until".
bool TimeReader::future_at(Pos i) const {
  if (i > 0 && is(i - 1, C::Preposition, 2)) return true;
  const Pos from = i > 12 ? i - 12 : 0;
  for (Pos k = i; k-- > from;) {
    if (cls(k) == C::Future) return true;
    if (is(k, C::Past, 0) || is(k, C::Comma, 1)) return false;
  }
  for (Pos k = i + 1; k < i + 7 && k < items_.size(); ++k) {
    if (cls(k) == C::Past || is(k, C::Comma, 1)) return false;
    if (is(k, C::Future, 0)) return true;
  }
  return false;
}

// Words that belong to an expression without changing its date: early, the end of, about, at least.
TimeReader::Pos TimeReader::prefix(Pos i) const {
  switch (cls(i)) {
    case C::Early:
    case C::Late:
    case C::Mid:
    case C::Earlier:
    case C::Later:
      if (cls(i + 1) == C::Dash && cls(i) != C::Earlier && cls(i) != C::Later) return i + 2;
      return is(i + 1, C::Preposition, 0) && spelled(i + 1, "in") ? i + 2 : i + 1;
    case C::Edge: return cls(i + 1) == C::Of ? i + 2 : none;
    case C::The: return cls(i + 1) == C::Edge && cls(i + 2) == C::Of ? i + 3 : none;
    case C::Approximate: return i + 1;
    case C::More: {
      Pos k = i;
      while (cls(k) == C::More) ++k;
      const bool than = is(k - 1, C::More, 4);
      return than || (is(i, C::More, 5) && cls(k) == C::To) ? (than ? k : k + 1) : none;
    }
    case C::Preposition: return is(i, C::Preposition, 1) && is(i + 1, C::More, 2) ? i + 2 : none;
    default: return none;
  }
}

TimeReader::Pos TimeReader::core(Pos i, TimeValue& v) const {
  Pos best = none;
  using Rule = Pos (TimeReader::*)(Pos, TimeValue&) const;
  constexpr Rule rules[] = {&TimeReader::absolute, &TimeReader::clock,    &TimeReader::holiday,  &TimeReader::deictic,
                            &TimeReader::relative, &TimeReader::year_ago, &TimeReader::year_end, &TimeReader::the_unit, &TimeReader::amount,
                            &TimeReader::repeated, &TimeReader::reference};
  for (const Rule rule : rules) {
    TimeValue value;
    const Pos end = (this->*rule)(i, value);
    if (end <= best) continue;
    best = end;
    v = std::move(value);
  }
  return best;
}

// Most words that are read begin nothing, and the rules that could begin with them are few: a word without a class only
// as a holiday ("Labor Day"), "the" before one only as a reference ("the near future").
bool TimeReader::may_begin(Pos i) const {
  if (cls(i) == C::None) return is(i + 1, C::Unit, kDay);
  if (cls(i) == C::The && cls(i + 1) == C::None) return cls(i + 2) != C::None;
  return true;
}

std::optional<TimeReader::Found> TimeReader::read(Pos at) {
  if (!may_begin(at)) return std::nullopt;
  Found found;
  found.first = at;
  Pos inner = at;
  for (int depth = 0; depth < 3; ++depth) {  // "about the end of early June"
    const Pos next = prefix(inner);
    if (next == none) break;
    inner = next;
  }
  found.last = core(at, found.value);
  if (inner > at) {
    TimeValue value;
    const Pos end = core(inner, value);
    if (end > found.last) {
      found.last = end;
      found.value = std::move(value);
    }
  }
  if (found.last == none) return std::nullopt;
  return found;
}

}  // namespace entente::extract
