// Reads one time expression at a place of a sentence. Internal to find_times.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/time/items.hpp"
#include "extract/time/value.hpp"

namespace entente::extract {

// What earlier expressions of the document left behind for later ones that lean on them.
struct TimeContext {
  std::optional<Date> published;  // with a day, a month or a year only
  std::optional<Date> day;        // the last day that was named
  std::optional<Date> sentence_day;  // the same, in this sentence
  std::optional<Date> month;
  std::optional<int> year;
  std::optional<Date> quarter;    // its first month
  bool quarter_newer = false;     // no year was named after the quarter

  // The publication date if it has a day.
  const Date* today() const { return published && published->day > 0 ? &*published : nullptr; }
  void remember(const TimeValue& value);
};

class TimeReader {
 public:
  // `items` are those of one sentence, `tokens` begins with its first.
  TimeReader(const std::vector<Item>& items, std::string_view text, const corpus::Token* tokens, const TimeContext& context)
      : items_(items), text_(text), tokens_(tokens), context_(context) {}

  struct Found {
    std::size_t first = 0;
    std::size_t last = 0;
    TimeValue value;
  };

  // The expression that begins with item `at`.
  std::optional<Found> read(std::size_t at);

 private:
  using Pos = std::size_t;
  using C = TimeClass;
  static constexpr Pos none = 0;  // no rule ends before item 1

  // Each rule gives the position behind what it read, or `none`, and fills `v`.
  Pos core(Pos i, TimeValue& v) const;
  Pos prefix(Pos i) const;
  bool may_begin(Pos i) const;
  // absolute.cpp
  Pos absolute(Pos i, TimeValue& v) const;
  Pos month_day(Pos i, TimeValue& v) const;
  Pos day_month(Pos i, TimeValue& v) const;
  Pos weekday_date(Pos i, TimeValue& v) const;
  Pos month(Pos i, TimeValue& v) const;
  Pos year(Pos i, TimeValue& v) const;
  Pos written_date(Pos i, TimeValue& v) const;
  Pos decade_or_century(Pos i, TimeValue& v) const;
  Pos season(Pos i, TimeValue& v) const;
  Pos quarter(Pos i, TimeValue& v) const;
  Pos spelled_year(Pos i, int& year) const;
  Pos year_behind(Pos i, int& year, DateBasis& basis) const;
  bool is_year(Pos i) const;
  // relative.cpp
  Pos deictic(Pos i, TimeValue& v) const;
  Pos weekday(Pos i, TimeValue& v) const;
  Pos relative(Pos i, TimeValue& v) const;
  Pos relative_unit(Pos i, int offset, TimeValue& v) const;
  Pos the_unit(Pos i, TimeValue& v) const;
  Pos year_ago(Pos i, TimeValue& v) const;
  Pos year_end(Pos i, TimeValue& v) const;
  Pos day_part(Pos i, const Date& date, TimeValue& v) const;
  bool shift(int unit, int offset, const Date& base, DateBasis basis, TimeValue& v) const;
  // amount.cpp
  Pos amount(Pos i, TimeValue& v) const;
  Pos quantity(Pos i, double& number, bool& vague) const;
  Pos after_amount(Pos end, int unit, double number, bool vague, TimeValue& v) const;
  Pos repeated(Pos i, TimeValue& v) const;
  Pos clock(Pos i, TimeValue& v) const;
  Pos reference(Pos i, TimeValue& v) const;
  Pos holiday(Pos i, TimeValue& v) const;

  C cls(Pos i) const { return i < items_.size() ? items_[i].cls : C::None; }
  int value(Pos i) const { return i < items_.size() ? items_[i].value : 0; }
  bool is(Pos i, C c, int v) const { return cls(i) == c && items_[i].value == v; }
  bool small_number(Pos i, int most) const;  // a number in digits from 1 to `most`
  std::string_view form(Pos i) const { return i < items_.size() ? tokens_[i].span.of(text_) : std::string_view(); }
  bool spelled(Pos i, std::string_view lower) const;
  bool future_at(Pos i) const;
  Date resolve_month_day(int month, int day, Pos i, DateBasis& basis) const;
  int resolve_month(int month, Pos i) const;

  const std::vector<Item>& items_;
  std::string_view text_;
  const corpus::Token* tokens_;
  const TimeContext& context_;
};

}  // namespace entente::extract
