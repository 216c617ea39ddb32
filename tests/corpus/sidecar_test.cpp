#include "corpus/readers/sidecar.hpp"

#include <doctest/doctest.h>

#include "corpus/blocks/date.hpp"
#include "tests/corpus/support.hpp"

using namespace entente;
using namespace entente::tests;

TEST_CASE("a sidecar is metadata, by either name, and no article itself") {
  const TempFolder folder;
  folder.put("a.txt", "Text of a.");
  folder.put("a.meta.json", R"({"title": "A", "author": "X Y", "date": "3 July 2024", "license": "CC BY 4.0"})");
  folder.put("b.txt", "Text of b.");
  folder.put("b.txt.meta.json", R"({"title": "B"})");
  const Corpus corpus = read_all({folder.path()});
  CHECK(corpus.diagnostics.empty());
  REQUIRE(corpus.documents.size() == 2);
  CHECK(corpus.documents[0].metadata.title == "A");
  CHECK(corpus.documents[0].metadata.authors == std::vector<std::string>{"X Y"});
  CHECK(corpus.documents[0].metadata.published == "2024-07-03");
  CHECK(corpus.documents[0].metadata.license == "CC BY 4.0");
  CHECK(corpus.documents[1].metadata.title == "B");
}

TEST_CASE("a bad sidecar is located and does not cost the document") {
  const TempFolder folder;
  folder.put("a.txt", "Text.");
  folder.put("a.meta.json", "{\n  \"title\": \"A\",\n  oops\n}");
  folder.put("b.txt", "Text.");
  folder.put("b.meta.json", R"({"title": 3, "published": "yesterday", "colour/x": "red", "authors": {}})");
  const Corpus corpus = read_all({folder.path()});
  CHECK(corpus.documents.size() == 2);
  const auto& items = corpus.diagnostics.items();
  REQUIRE(items.size() == 4);
  CHECK(items[0].code == Code::TextBadJson);
  CHECK(items[0].place.line == 3);
  CHECK(items[0].place.column == 3);
  CHECK(items[1].place.pointer == "/published");
  CHECK(items[2].place.pointer == "/colour~1x");
  CHECK(items[3].place.pointer == "/authors");
  CHECK(items[3].severity == Severity::Warning);
  CHECK(!corpus.documents[1].metadata.published);
}

TEST_CASE("dates") {
  using corpus::date_in_words;
  using corpus::iso_date;
  CHECK(iso_date("2021") == "2021");
  CHECK(iso_date("2021-06") == "2021-06");
  CHECK(iso_date("2024-02-29") == "2024-02-29");
  CHECK(iso_date("2021-06-15T08:00:00+02:00") == "2021-06-15");
  CHECK(iso_date("2021/06/15") == "2021-06-15");
  CHECK(iso_date("15.06.2021") == "2021-06-15");
  CHECK(iso_date("15/06/2021") == "2021-06-15");
  for (const char* bad : {"", "20", "202", "2023-02-29", "2021-13", "2021-06-15x", "04/05/2021", "2021-", "2021-6-1", "99999"}) {
    CHECK_MESSAGE(!iso_date(bad), bad);
  }
  CHECK(date_in_words("June 15th, 2021") == "2021-06-15");
  CHECK(date_in_words("Tue, 15 Jun 2021, 3:45 pm GMT") == "2021-06-15");
  CHECK(date_in_words("Sept. 3, 2020") == "2020-09-03");
  CHECK(date_in_words("the 1st of May 2019") == "2019-05-01");
  CHECK(date_in_words("June 2021") == "2021-06");
  for (const char* bad : {"June 15", "Meeting of 15 June 2021", "2021", "May", "15 16 June 2021", "June July 2021"}) {
    CHECK_MESSAGE(!date_in_words(bad), bad);
  }
}
