// The sample articles as they should be read.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/corpus/check_document.hpp"
#include "tests/corpus/support.hpp"
#include "tests/support/shared.hpp"

using namespace entente;
using namespace entente::tests;
using corpus::BlockKind;

namespace {

std::size_t body_words(const corpus::Document& d) {
  std::size_t words = 0;
  for (const auto& block : d.blocks) {
    if (block.kind == BlockKind::Furniture) continue;
    const auto text = block.span.of(d.text);
    words += 1 + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }));
  }
  return words;
}

std::size_t count(const corpus::Document& d, BlockKind kind) {
  return static_cast<std::size_t>(std::count_if(d.blocks.begin(), d.blocks.end(), [&](const auto& b) { return b.kind == kind; }));
}

std::map<std::string, corpus::Document> samples() {
  const std::string folder = std::string(ENTENTE_SOURCE_DIR) + "/corpus/samples";
  Corpus all = read_all({folder});
  CHECK(all.diagnostics.empty());
  std::map<std::string, corpus::Document> by_name;
  for (auto& d : all.documents) by_name.emplace(d.source.substr(folder.size() + 1), std::move(d));
  return by_name;
}

}  // namespace

TEST_CASE("samples: all are read, with titles, dates and lengths as promised") {
  const auto all = samples();
  CHECK(all.size() == 15);
  for (const auto& entry : all) {
    const std::string& name = entry.first;
    const corpus::Document& d = entry.second;
    INFO(name);
    CHECK(fault_of(d) == "");
    CHECK(d.metadata.title.has_value());
    CHECK(body_words(d) >= 300);
    CHECK(body_words(d) <= 1200);
    // The news from Goma gives no year: none is invented.
    CHECK(d.metadata.published.has_value() == (name != "great-lakes-news.txt"));
  }
}

TEST_CASE("samples: furniture, bylines and biographies") {
  const auto all = samples();
  const auto& steppe = all.at("central-asia-transit.txt");
  CHECK(count(steppe, BlockKind::Furniture) == 16);
  CHECK(count(steppe, BlockKind::AboutAuthor) == 1);
  CHECK(steppe.metadata.authors == std::vector<std::string>{"Aizhan Torebek"});
  CHECK(steppe.metadata.published == "2023-09-04");
  const auto& sahel = all.at("sahel-comment.html");
  CHECK(sahel.metadata.authors == std::vector<std::string>{"Fatoumata Keïta-Diop"});
  for (const char* outside : {"Skip to", "cookies", "Most read", "Related", "I disagree", "newsletter", "Tags"}) {
    CHECK_MESSAGE(sahel.text.find(outside) == std::string::npos, outside);
  }
  CHECK(count(sahel, BlockKind::Quotation) == 1);
  CHECK(count(sahel, BlockKind::AboutAuthor) == 1);
  CHECK(all.at("opec-production-news.html").metadata.authors == std::vector<std::string>{"Leonor Quaresma", "David Okonjo"});
  CHECK(all.at("caucasus-comment.html").metadata.authors == std::vector<std::string>{"Nino Kapanadze", "Tigran Melikian"});
  CHECK(all.at("nordic-defence.txt").metadata.published == "2024-03-27");
  CHECK(count(all.at("nordic-defence.txt"), BlockKind::Paragraph) == 10);
  CHECK(all.at("balkan-speech.txt").metadata.id == "sample-balkan-speech");
  CHECK(count(all.at("balkan-speech.txt"), BlockKind::Title) == 0);
}

TEST_CASE("seeds: furniture of the page, nothing of the article") {
  if (!has_shared("seeds")) return;
  const Corpus all = read_all({shared_path("seeds").string()});
  REQUIRE(all.documents.size() == 2);
  CHECK(all.diagnostics.empty());
  CHECK(count(all.documents[0], BlockKind::Furniture) == 14);
  CHECK(all.documents[0].metadata.authors.size() == 1);
  CHECK(all.documents[0].metadata.published == "2021-06-15");
  CHECK(count(all.documents[1], BlockKind::Furniture) == 0);
  CHECK(!all.documents[1].metadata.title);
  CHECK(!all.documents[1].metadata.published);
  CHECK(all.documents[1].metadata.authors.size() == 2);
}
