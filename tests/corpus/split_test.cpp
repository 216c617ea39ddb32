#include "corpus/blocks/split.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace entente;
using corpus::BlockKind;

namespace {

std::vector<std::string> texts(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& block : corpus::split_blocks(text)) out.emplace_back(block.span.of(text));
  return out;
}

}  // namespace

TEST_CASE("a line is a paragraph, white space and blank lines are none") {
  CHECK(texts("\xEF\xBB\xBF One line.\r\n\r\n\xC2\xA0Two.\n\n\n") == std::vector<std::string>{"One line.", "Two."});
  CHECK(texts("") == std::vector<std::string>{});
  CHECK(texts(" \n\t\n").empty());
  CHECK(texts("One.\rTwo.\fThree.").size() == 3);
}

TEST_CASE("hard-wrapped text is joined by paragraph") {
  const std::string text =
      "Ministers of the landlocked states met on the\n"
      "shore of the lake and spoke about the price of\n"
      "transit, the state of the railway and the next\n"
      "winter.\n"
      "\n"
      "No statement was issued. A second meeting was\n"
      "put off until the spring because two of the\n"
      "delegations had left.\n";
  CHECK(texts(text).size() == 2);
}

TEST_CASE("indented first lines part hard-wrapped paragraphs") {
  const std::string text =
      "   Ministers of the landlocked states met on the\n"
      "shore of the lake and spoke about the price of\n"
      "transit, the state of the railway and the next\n"
      "winter in the mountains north of the old border.\n"
      "   No statement was issued. A second meeting was\n"
      "put off until the spring because two of the\n"
      "delegations had left.\n";
  CHECK(texts(text).size() == 2);
}

TEST_CASE("short lines of a list stay apart") {
  CHECK(texts("Members\nKenya\nUganda\nTanzania\nRwanda\nBurundi\n").size() == 6);
}

TEST_CASE("bullets, numbers and quote marks stay outside the span") {
  const std::string text = "• First point.\n  - Second point.\n3. Third point.\n(b) Fourth point.\n> Quoted words\n> go on.\n";
  const auto blocks = corpus::split_blocks(text);
  REQUIRE(blocks.size() >= 5);
  CHECK(blocks[0].kind == BlockKind::ListItem);
  CHECK(blocks[0].span.of(text) == "First point.");
  CHECK(blocks[1].span.of(text) == "Second point.");
  CHECK(blocks[2].span.of(text) == "Third point.");
  CHECK(blocks[3].span.of(text) == "Fourth point.");
  CHECK(blocks[4].kind == BlockKind::Quotation);
  CHECK(texts("-5 degrees were measured.\n2021 was a hard year.").front() == "-5 degrees were measured.");
}

TEST_CASE("lines inside a sentence are joined, as where links became lines") {
  CHECK(texts("The ministers of both river states said that the number of talks\nheld\n this year was higher. More will follow.\n").size() == 1);
  CHECK(texts("The ministers of both river states said that the talks had failed.\nheld over from May\n").size() == 2);
}
