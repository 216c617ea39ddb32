#include <doctest/doctest.h>

#include "tests/corpus/check_document.hpp"
#include "tests/corpus/support.hpp"

using namespace entente;
using namespace entente::tests;
using corpus::BlockKind;

namespace {

corpus::Document markdown(const std::string& text, Diagnostics& diagnostics) {
  auto document = read_bytes("markdown", text, diagnostics);
  REQUIRE(document.ok());
  CHECK(fault_of(*document) == "");
  return std::move(*document);
}

std::vector<std::string> texts(const corpus::Document& d) {
  std::vector<std::string> out;
  for (const auto& block : d.blocks) out.emplace_back(block.span.of(d.text));
  return out;
}

}  // namespace

TEST_CASE("front matter is metadata and no text") {
  Diagnostics diagnostics;
  const auto d = markdown(
      "---\ntitle: \"The \\\"Lake\\\" Accord\"\nauthors: [Mara Ilves, 'Jo, Adeyemi']\ndate: 3 May 2024 # a comment\nlang: en\n"
      "tags:\n  - water\nlicense: CC BY 4.0\nurl: https://example.org/a\n---\nMinisters agreed.\n",
      diagnostics);
  CHECK(diagnostics.empty());
  CHECK(d.metadata.title == "The \"Lake\" Accord");
  CHECK(d.metadata.authors == std::vector<std::string>{"Mara Ilves", "Jo, Adeyemi"});
  CHECK(d.metadata.published == "2024-05-03");
  CHECK(d.metadata.language == "en");
  CHECK(d.metadata.license == "CC BY 4.0");
  CHECK(d.metadata.url == "https://example.org/a");
  CHECK(d.text == "Ministers agreed.");
}

TEST_CASE("odd front matter is located") {
  Diagnostics diagnostics;
  const auto d = markdown("---\ntitle: A\nnonsense\ndate: soon\n---\nText.\n", diagnostics);
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].place.line == 3);
  CHECK(diagnostics.items()[1].place.line == 4);
  CHECK(d.metadata.title == "A");
  CHECK(markdown("---\nno end\n\nText.\n", diagnostics).text.find("no end") != std::string::npos);
}

TEST_CASE("blocks and marks of Markdown") {
  Diagnostics diagnostics;
  const auto d = markdown(
      "# The Lake Accord\n\nMinisters of *five* states **agreed**\non [Tuesday](http://x.org/a_(b)) &amp; left ![pic](a.png) early[^1].\n\n"
      "> Quoted words\n> go on\n\n- item *one*\n- item two\n\nSub heading\n-----------\n```\ncode\n```\n<!-- a\ncomment -->\n"
      "Snake_case, 5 * 3 and \\*stars\\* stay.\n\n[x]: http://x.org\n\n***\n\n## Last ##\n",
      diagnostics);
  CHECK(texts(d) == std::vector<std::string>{"The Lake Accord", "Ministers of five states agreed\non Tuesday & left  early.", "Quoted words\ngo on",
                                             "item one", "item two", "Sub heading", "Snake_case, 5 * 3 and *stars* stay.", "Last"});
  const BlockKind kinds[] = {BlockKind::Title,    BlockKind::Paragraph, BlockKind::Quotation, BlockKind::ListItem,
                             BlockKind::ListItem, BlockKind::Heading,   BlockKind::Paragraph, BlockKind::Heading};
  for (std::size_t i = 0; i < 8; ++i) CHECK(d.blocks[i].kind == kinds[i]);
  const auto at = static_cast<std::uint32_t>(d.text.find("five states"));
  CHECK(d.to_original({at, at + 11}).of(d.original) == "five* states");
}

TEST_CASE("runs of marks cost linear time") {
  Diagnostics diagnostics;
  for (const char* unit : {"[", "*", "`", "~a", "<", "![", "[a](", "&", "_ ", "> "}) {
    std::string text = "a ";
    for (int i = 0; i < 200000; ++i) text += unit;
    (void)read_bytes("markdown", text, diagnostics);
  }
  CHECK(markdown("a [[[[ b", diagnostics).text == "a [[[[ b");
}
