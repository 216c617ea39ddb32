#include <doctest/doctest.h>

#include <string>

#include "corpus/segment/quotes.hpp"

using namespace entente::corpus;

namespace {

// The quotations' contents: "<" before a continuation, "~" behind one without its closing mark, "'" before single
// ones, ">" once per enclosing quotation.
std::string quotes(std::string_view text) {
  const auto s = segment(text);
  const auto q = find_quotes(text, s);
  std::string out;
  for (const auto& quotation : q.quotations) {
    if (!out.empty()) out += " | ";
    for (auto p = quotation.parent; p != no_index; p = q.quotations[p].parent) out += ">";
    if (quotation.previous != no_index) out += "<";
    if (quotation.single) out += "'";
    out += quotation.content.of(text);
    if (!quotation.closed()) out += "~";
  }
  return out;
}

}  // namespace

TEST_CASE("quotations of every form") {
  CHECK(quotes("He said: \"We stay.\" She left.") == "We stay.");
  CHECK(quotes("“We stay,” he said, “and fight.”") == "We stay, | and fight.");
  CHECK(quotes("‘We can’t stay,’ the states’ envoys said.") == "'We can’t stay,");
  CHECK(quotes("'We can't stay,' the states' envoys said.") == "'We can't stay,");
  CHECK(quotes("``We stay,'' he said. „So ist es“, she said. «Oui», they said.") == "We stay, | So ist es | Oui");
}

TEST_CASE("nested quotations and apostrophes") {
  CHECK(quotes("\"They call it 'peace', it's not,\" he said.") == "They call it 'peace', it's not, | >'peace");
  CHECK(quotes("‘He said “no” to the unions’ demand,’ she wrote.") == "'He said “no” to the unions’ demand, | >no");
  CHECK(quotes("The states' rights and the '90s fans' club.").empty());
  CHECK(quotes("He is 5'11\" tall.").empty());
}

TEST_CASE("a long quotation re-opens in each paragraph") {
  CHECK(quotes("“We began.\n\n“We went on.\n\n“We ended,” he said.") == "We began. | <We went on. | <We ended,");
  CHECK(quotes("\"We began. It rained.\n\nWe ended,\" he said.") == "We began. It rained. | <We ended,");
}

TEST_CASE("a missing mark spoils nothing behind it") {
  CHECK(quotes("He said \"we stay. It rained. \"We go,\" she said. \"Fine.\"") == "we stay.~ | We go, | Fine.");
  CHECK(quotes("We stay,\" he said. \"Fine,\" she said.") == "Fine,");
  CHECK(quotes("He said \"we stay. It rained.\n\nThe \"plan\" failed.") == "we stay.~ | plan");
}

TEST_CASE("roles") {
  const std::string_view text = "The states' \"plan\" of 6\" failed.";
  const auto s = segment(text);
  const auto q = find_quotes(text, s);
  REQUIRE(q.roles.size() == s.tokens.size());
  CHECK(q.roles[2] == QuoteRole::Apostrophe);
  CHECK(q.roles[3] == QuoteRole::Opening);
  CHECK(q.roles[5] == QuoteRole::Closing);
  CHECK(q.roles[8] == QuoteRole::Measure);
}
