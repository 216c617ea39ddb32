#include "extract/gazetteer/csv.hpp"

#include <doctest/doctest.h>

#include "extract/gazetteer/gazetteer.hpp"

using namespace entente;
using namespace entente::extract;

TEST_CASE("a table of names becomes entries") {
  Diagnostics diagnostics;
  const auto entries = read_csv(
      "\xEF\xBB\xBFkey,type,name,acronyms,aliases,gender,country,strict\r\n"
      "org/example-union,InternationalOrganization,\"Union of Examples, United\",UEU,\"Example Union;The \"\"Union\"\"\",,,UEU\r\n"
      "\r\n"
      ",Person,Anna Muster,,,female,state/germany,\r\n",
      "names.csv", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].key == "org/example-union");
  CHECK(entries[0].type == EntityType::InternationalOrganization);
  CHECK(entries[0].name == "Union of Examples, United");
  REQUIRE(entries[0].names.size() == 3);
  CHECK(entries[0].names[1].text == "The \"Union\"");
  CHECK(entries[0].names[2].kind == NameKind::Acronym);
  CHECK(entries[0].names[2].flags == kStrictCase);
  CHECK(entries[1].key.starts_with("person/anna-muster-"));
  CHECK(entries[1].gender == Gender::Female);
  REQUIRE(entries[1].links.size() == 1);
  CHECK(entries[1].links[0].target == "state/germany");
}

TEST_CASE("writing a table and reading it again changes nothing") {
  Diagnostics diagnostics;
  const std::string table =
      "name,type,aliases,adjectives,ambiguous\n\"A \"\"b\"\", c\",Group,\"d;e\",f,e\nPlain Name,Place,,,\n";
  const auto entries = read_csv(table, "a", diagnostics);
  const auto again = read_csv(write_csv(entries), "b", diagnostics);
  CHECK(diagnostics.empty());
  CHECK(write_csv(again) == write_csv(entries));
  CHECK(compile(again, "x", diagnostics) == compile(entries, "x", diagnostics));
}

TEST_CASE("broken rows are located and the others stay") {
  Diagnostics diagnostics;
  const auto entries = read_csv("name,type\nGood One,Person\nToo,Many,Fields\n,Person\nBad Type,Nonsense\nQuote\"inside,Person\nLast Good,Place\n", "t.csv",
                                diagnostics);
  CHECK(entries.size() == 2);
  REQUIRE(diagnostics.items().size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(diagnostics.items()[i].place.line == i + 3);
    CHECK(code_text(diagnostics.items()[i].code) == "GZ003");
  }
}

TEST_CASE("a table needs a header with a name column and UTF-8") {
  for (const char* table : {"", "key,type\nx,Person\n", "name,colour\nx,red\n", "name\n\xFF\xFE\n"}) {
    Diagnostics diagnostics;
    CHECK(read_csv(table, "t", diagnostics).empty());
    CHECK(diagnostics.has_errors() == (table[0] != '\0'));
  }
}
