#include <doctest/doctest.h>

#include <string>

#include "extract/time/calendar.hpp"
#include "extract/time/times.hpp"

using namespace entente;
using namespace entente::extract;

namespace {

// "[words]=edtf" for each expression, the TIMEX3 value behind a semicolon where there is one.
std::string times(std::string text, const char* published = "2021-06-15") {
  corpus::Document document;
  document.text = document.original = std::move(text);
  document.blocks.push_back({{0, static_cast<std::uint32_t>(document.text.size())}, corpus::BlockKind::Paragraph});
  if (*published) document.metadata.published = published;
  std::string out;
  for (const auto& t : find_times(document, corpus::segment(document))) {
    if (!out.empty()) out += " ";
    out += "[" + std::string(t.span.of(document.text)) + "]=" + t.edtf;
    if (!t.timex.empty()) out += ";" + t.timex;
  }
  return out;
}

}  // namespace

TEST_CASE("days") {
  CHECK(times("They met on March 23, 2021.") == "[March 23, 2021]=2021-03-23");
  CHECK(times("They met on 23 March 2021 in Kiel.") == "[23 March 2021]=2021-03-23");
  CHECK(times("They met on Tuesday, March 23, and left.") == "[Tuesday, March 23]=2021-03-23");
  CHECK(times("It was signed on the 9th of May.") == "[the 9th of May]=2021-05-09");
  CHECK(times("The law of 2021-02-28 and the note of 16/11/2004.") == "[2021-02-28]=2021-02-28 [16/11/2004]=2004-11-16");
  CHECK(times("The fair runs March 3-5, 2021.") == "[March 3-5, 2021]=2021-03-03/2021-03-05");
  CHECK(times("On February 30 nothing happened.").find("02-30") == std::string::npos);
}

TEST_CASE("months and years") {
  CHECK(times("It began in October 1998 and ended in June.") == "[October 1998]=1998-10 [June]=2021-06");
  CHECK(times("It ended in February.", "") == "[February]=XXXX-02");
  CHECK(times("He may march in May.") == "[May]=2021-05");
  CHECK(times("In 2012/13 and 1990-95, late 2019 and fiscal 1988.") ==
        "[2012/13]=2012/2013 [1990-95]=1990/1995 [late 2019]=2019 [fiscal 1988]=1988");
  CHECK(times("Jan Holub paid $2000.").empty());
}

TEST_CASE("decades, centuries, seasons, quarters") {
  CHECK(times("In the 1990s, the late '80s and the 19th century.") == "[the 1990s]=199X [the late '80s]=198X [the 19th century]=18XX");
  CHECK(times("In the summer of 1994, last winter and spring 2012.") ==
        "[the summer of 1994]=1994-22 [last winter]=2020-24 [spring 2012]=2012-21");
  CHECK(times("Growth fell in the first quarter of 2020.") == "[the first quarter of 2020]=2020-01/2020-03;2020-Q1");
}

TEST_CASE("relative to the publication") {
  CHECK(times("Yesterday and last Tuesday they met; next month they vote.") ==
        "[Yesterday]=2021-06-14 [last Tuesday]=2021-06-08 [next month]=2021-07");
  CHECK(times("Earlier this month, three years ago, two days ago.") ==
        "[Earlier this month]=2021-06 [three years ago]=2018 [two days ago]=2021-06-13");
  CHECK(times("They arrived on Friday; they will leave on Friday.") == "[Friday]=2021-06-11 [Friday]=2021-06-18");
  CHECK(times("It was last week.") == "[last week]=2021-06-07/2021-06-13");
  CHECK(times("On March 2, 2014 they met. They left the following day, and the previous year nobody came.") ==
        "[March 2, 2014]=2014-03-02 [the following day]=2014-03-03 [the previous year]=2013");
  CHECK(times("It rained last week and on Monday.", "") == "[last week]=;PAST_REF [Monday]=;XXXX-WXX-1");
}

TEST_CASE("amounts, repetitions, times of day") {
  CHECK(times("It took three years, nearly two weeks and a 16-hour flight.") == "[three years]=;P3Y [nearly two weeks]=;P2W [16-hour]=;PT16H");
  CHECK(times("They meet every month and each Thursday.") == "[every month]=;P1M [each Thursday]=;XXXX-WXX-4");
  CHECK(times("At 10:35 a.m. on Friday they left at noon Monday.").find("T10:35") != std::string::npos);
  CHECK(times("She is 44 years old, a 12-year-old boy and three-quarters of them.").empty());
}

TEST_CASE("the basis says how a date was found") {
  corpus::Document document;
  document.text = document.original = "In March 2020, on Friday, last year, in June.";
  document.blocks.push_back({{0, static_cast<std::uint32_t>(document.text.size())}, corpus::BlockKind::Paragraph});
  document.metadata.published = "2021-06-15";
  const auto found = find_times(document, corpus::segment(document));
  REQUIRE(found.size() == 4);
  CHECK(found[0].basis == DateBasis::Explicit);
  CHECK(found[1].basis == DateBasis::InferredFromPublicationDate);
  CHECK(found[2].basis == DateBasis::Relative);
  CHECK(found[3].basis == DateBasis::InferredFromPublicationDate);
}

TEST_CASE("the calendar") {
  CHECK(weekday_of({2021, 6, 15}) == 2);
  CHECK(write(add_days({2020, 2, 28}, 2)) == "2020-03-01");
  CHECK(write(add_months({2021, 1, 31}, 1)) == "2021-02-28");
  CHECK(iso_week({2021, 1, 3}).year == 2020);
  CHECK(iso_week({2021, 1, 3}).week == 53);
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK_FALSE(parse_date("2021-02-29"));
  CHECK_FALSE(parse_date("21-2-2"));
}
