#include <doctest/doctest.h>

#include "core/base/hash.hpp"
#include "tests/corpus/support.hpp"

using namespace entente;
using namespace entente::tests;

TEST_CASE("a JSON line gives text and metadata") {
  const TempFolder folder;
  const auto path = folder.put("in.jsonl",
                               R"({"id": 7, "text": "Caf\u00e9 \ud83d\ude00.\nEnd.", "title": "T", "authors": ["A B", {"name": "C D"}],)"
                               R"( "published": "2021-06-15T10:00:00Z", "language": "en_GB", "url": null, "other": {"title": "no"}})"
                               "\n");
  const Corpus corpus = read_all({path});
  CHECK(corpus.diagnostics.empty());
  REQUIRE(corpus.documents.size() == 1);
  const corpus::Document& d = corpus.documents[0];
  CHECK(d.text == "Café 😀.\nEnd.");
  CHECK(d.original == d.text);
  CHECK(d.sha256 == sha256_hex(d.text));
  CHECK(d.source == path + ":1");
  CHECK(d.metadata.id == "7");
  CHECK(d.metadata.title == "T");
  CHECK(d.metadata.authors == std::vector<std::string>{"A B", "C D"});
  CHECK(d.metadata.published == "2021-06-15");
  CHECK(d.metadata.language == "en-GB");
  CHECK(!d.metadata.url);
}

TEST_CASE("broken lines are located and the others are read") {
  const TempFolder folder;
  const auto path = folder.put("in.jsonl",
                               "{\"text\": \"One.\"}\r\n"
                               "{\"text\": \"Two.\"\n"
                               "\n"
                               "[1, 2]\n"
                               "{\"txt\": \"no\"}\n"
                               "{\"text\": \"bad \xFF\"}\n"
                               "{\"text\": 5, \"published\": \"soon\"}\n"
                               "{\"text\": \"a\\u0000b\"}\n"
                               "{\"text\": \"\"}\n"
                               "{\"text\": \"Last.\"}");
  const Corpus corpus = read_all({path});
  REQUIRE(corpus.documents.size() == 3);
  CHECK(corpus.documents[1].text == "5");
  CHECK(corpus.documents[2].text == "Last.");
  std::vector<std::uint64_t> lines;
  for (const auto& item : corpus.diagnostics.items()) {
    lines.push_back(item.place.line);
    CHECK(item.place.file == path);
  }
  CHECK(lines == std::vector<std::uint64_t>{2, 4, 5, 6, 7, 8, 9});
  CHECK(corpus.diagnostics.items()[0].code == Code::TextBadJson);
  CHECK(corpus.diagnostics.items()[0].place.column > 10);
  CHECK(corpus.diagnostics.items()[3].code == Code::TextNotUtf8);
  CHECK(corpus.diagnostics.items()[4].code == Code::TextBadMetadata);
}

TEST_CASE("deep nesting costs no stack") {
  Diagnostics diagnostics;
  const std::string deep = "{\"text\": \"x\", \"a\": " + std::string(300000, '[') + std::string(300000, ']') + "}";
  CHECK(read_bytes("jsonl", deep, diagnostics).ok());
  CHECK(!read_bytes("jsonl", "{\"a\": " + std::string(300000, '['), diagnostics).ok());
}
