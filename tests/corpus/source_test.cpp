#include "corpus/readers/source.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include "tests/corpus/support.hpp"

using namespace entente;
using namespace entente::tests;

TEST_CASE("a folder gives its files in byte order and leaves out files about itself") {
  const TempFolder folder;
  folder.put("b.txt", "Second.");
  folder.put("a/z.txt", "First.");
  folder.put("c.TXT", "Third.");
  folder.put("README.txt", "not an article");
  folder.put("LICENSE.txt", "not an article");
  folder.put(".hidden.txt", "not an article");
  folder.put("_draft.txt", "not an article");
  folder.put("picture.png", "not an article");
  const Corpus corpus = read_all({folder.path()});
  REQUIRE(corpus.documents.size() == 3);
  CHECK(corpus.documents[0].text == "First.");
  CHECK(corpus.documents[1].text == "Second.");
  CHECK(corpus.documents[2].text == "Third.");
  CHECK(corpus.diagnostics.empty());
}

TEST_CASE("every fault is located and costs one document") {
  const TempFolder folder;
  const auto good = folder.put("good.txt", "Good.");
  const auto empty = folder.put("empty.txt", "\xEF\xBB\xBF \n");
  const auto latin1 = folder.put("latin1.txt", "The caf\xE9 closed.");
  const auto binary = folder.put("binary.txt", std::string_view("ELF\0\1\2", 6));
  const auto utf16 = folder.put("utf16.txt", std::string_view("\xFF\xFEH\0i\0", 6));
  const auto unknown = folder.put("data.xyz", "?");
  const Corpus corpus = read_all({empty, latin1, binary, utf16, unknown, folder.path() + "/missing.txt", good});
  REQUIRE(corpus.documents.size() == 1);
  CHECK(corpus.documents[0].source == good);
  const auto& items = corpus.diagnostics.items();
  REQUIRE(items.size() == 6);
  const Code codes[] = {Code::TextEmpty, Code::TextNotUtf8, Code::TextBinary, Code::TextBinary, Code::TextUnknownFormat,
                        Code::IoOpen};
  const std::string files[] = {empty, latin1, binary, utf16, unknown, folder.path() + "/missing.txt"};
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(items[i].code == codes[i]);
    CHECK(items[i].place.file == files[i]);
    CHECK(items[i].severity == Severity::Error);
  }
  CHECK(items[1].message == "Text is not UTF-8 from byte offset 7");
}

TEST_CASE("limits are options") {
  const TempFolder folder;
  folder.put("big.txt", std::string(2000, 'x'));
  folder.put("lines.jsonl", "{\"text\": \"" + std::string(2000, 'x') + "\"}\n{\"text\": \"Short.\"}\n");
  corpus::ReadOptions options;
  options.limits.document_bytes = 1000;
  const Corpus corpus = read_all({folder.path()}, options);
  REQUIRE(corpus.documents.size() == 1);
  CHECK(corpus.documents[0].text == "Short.");
  CHECK(corpus.documents[0].source == folder.path() + "/lines.jsonl:2");
  REQUIRE(corpus.diagnostics.items().size() == 2);
  CHECK(corpus.diagnostics.items()[0].code == Code::IoTooLarge);
  CHECK(corpus.diagnostics.items()[1].code == Code::IoTooLarge);
  CHECK(corpus.diagnostics.items()[1].place.line == 1);
}

TEST_CASE("a bare document has the same text and blocks, and nothing else") {
  const TempFolder folder;
  const std::string text = "Talks on transit\n\nBy Ana Holt\n\nMinisters of the landlocked states met\non the shore.\n- One point.\n";
  folder.put("a.txt", text);
  folder.put("b.md", "# Talks\n\nThey *met* in Brenn.\n");
  folder.put("c.html", "<title>Talks</title><p>They met in Brenn &amp; Tarn and spoke of the price of transit.</p>");
  folder.put("d.jsonl", "{\"id\": \"7\", \"text\": \"They met.\"}\n");
  const Corpus full = read_all({folder.path()});
  corpus::ReadOptions options;
  options.bare = true;
  const Corpus bare = read_all({folder.path()}, options);
  REQUIRE(full.documents.size() == 4);
  REQUIRE(bare.documents.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto &a = full.documents[i], &b = bare.documents[i];
    CHECK(a.text == b.text);
    CHECK(a.source == b.source);
    CHECK(a.metadata.id == b.metadata.id);
    CHECK(b.original.empty());
    CHECK(b.pieces.empty());
    REQUIRE(a.blocks.size() == b.blocks.size());
    for (std::size_t k = 0; k < a.blocks.size(); ++k) CHECK(a.blocks[k].span == b.blocks[k].span);
  }
}

TEST_CASE("an unreadable folder is reported and the rest is read") {
  if (::geteuid() == 0) {
    MESSAGE("skipped: root may read every folder");
    return;
  }
  const TempFolder folder;
  folder.put("closed/a.txt", "Never seen.");
  folder.put("open.txt", "Seen.");
  std::filesystem::permissions(folder.path() + "/closed", std::filesystem::perms::none);
  const Corpus corpus = read_all({folder.path()});
  std::filesystem::permissions(folder.path() + "/closed", std::filesystem::perms::owner_all);
  CHECK(corpus.documents.size() == 1);
  REQUIRE(corpus.diagnostics.items().size() == 1);
  CHECK(corpus.diagnostics.items()[0].code == Code::IoOpen);
}

TEST_CASE("a loop of links ends") {
  const TempFolder folder;
  folder.put("a.txt", "Once.");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() + "/loop");
  CHECK(read_all({folder.path()}).documents.size() == 1);
}

TEST_CASE("a named format overrides the ending of named files") {
  const TempFolder folder;
  const auto path = folder.put("lines.data", "{\"text\": \"One.\"}\n");
  corpus::ReadOptions options;
  options.format = "jsonl";
  CHECK(read_all({path}, options).documents.size() == 1);
}
