#include "corpus/blocks/blocks.hpp"

#include <doctest/doctest.h>

#include <string>

#include "corpus/blocks/furniture.hpp"
#include "corpus/blocks/names.hpp"

using namespace entente;
using corpus::BlockKind;
using corpus::Document;

namespace {

Document with_blocks(const std::string& text) {
  Document document;
  document.original = document.text = text;
  corpus::find_blocks(document);
  return document;
}

BlockKind kind_of(const Document& document, const std::string& text, std::size_t nth = 0) {
  for (const auto& block : document.blocks) {
    if (block.span.of(document.text) == text && nth-- == 0) return block.kind;
  }
  FAIL("no block \"", text, "\"");
  return BlockKind::Paragraph;
}

const std::string kProse =
    "Ministers of five river states agreed on Tuesday to share data on the level of the lake, a step that fishermen on both "
    "shores had asked for since the drought began.";
const std::string kMore =
    "The agreement says nothing about the dam upstream, which the northern neighbour wants to fill within two seasons, and "
    "officials of the southern state called it a beginning.";

}  // namespace

TEST_CASE("a header printed twice, counters and forms are furniture") {
  const std::string header =
      "Mara Ilves\n\nMarch 3rd, 2023\n\nWhy the Lake Accord Will Hold\n\n4 comments | 12 shares\n\nEstimated reading time: 6 minutes\n\n";
  const Document d = with_blocks("Northern Forum - White Logo\n\n" + header + header + kProse + "\n\nA first step\n\n" + kMore +
                                 "\n\nThis post represents the views of its author, and not those of the Northern Forum.\n\n"
                                 "About the author\n\nMara Ilves\n\nMara Ilves teaches politics at a university on the coast.\n\n"
                                 "Posted in: Water\n\nShare this article\n\nFacebook | X | Email\n\nLeave a Reply\n\n"
                                 "Your email address will not be published. Required fields are marked *\n\nName *\n");
  CHECK(kind_of(d, "Northern Forum - White Logo") == BlockKind::Furniture);
  CHECK(kind_of(d, "Mara Ilves") == BlockKind::Byline);
  CHECK(kind_of(d, "March 3rd, 2023") == BlockKind::Byline);
  CHECK(kind_of(d, "Why the Lake Accord Will Hold") == BlockKind::Title);
  for (const char* again : {"Mara Ilves", "March 3rd, 2023", "Why the Lake Accord Will Hold"}) {
    CHECK(kind_of(d, again, 1) == BlockKind::Furniture);
  }
  for (const char* line : {"4 comments | 12 shares", "Estimated reading time: 6 minutes", "About the author", "Posted in: Water",
                           "This post represents the views of its author, and not those of the Northern Forum.", "Share this article",
                           "Facebook | X | Email", "Leave a Reply", "Name *",
                           "Your email address will not be published. Required fields are marked *"}) {
    CHECK_MESSAGE(kind_of(d, line) == BlockKind::Furniture, line);
  }
  CHECK(kind_of(d, kProse) == BlockKind::Paragraph);
  CHECK(kind_of(d, "A first step") == BlockKind::Heading);
  CHECK(kind_of(d, "Mara Ilves teaches politics at a university on the coast.") == BlockKind::AboutAuthor);
  CHECK(d.metadata.title == "Why the Lake Accord Will Hold");
  CHECK(d.metadata.published == "2023-03-03");
  CHECK(d.metadata.authors == std::vector<std::string>{"Mara Ilves"});
}

TEST_CASE("authors named at the end, dates absent: nothing is invented") {
  const Document d = with_blocks(kProse + "\nA first step\n" + kMore + "\nWritten by\nMara Ilves\nMara Ilves is a fellow.\nJo Adeyemi\n" +
                                 "Jo Adeyemi is a researcher at the institute of water law.\n");
  CHECK(!d.metadata.title);
  CHECK(!d.metadata.published);
  CHECK(d.metadata.authors == std::vector<std::string>{"Mara Ilves", "Jo Adeyemi"});
  CHECK(kind_of(d, "Mara Ilves is a fellow.") == BlockKind::AboutAuthor);
  CHECK(kind_of(d, "Written by") == BlockKind::Byline);
}

TEST_CASE("bylines and dates in their usual forms") {
  const auto meta = [](const std::string& head) { return with_blocks("Lake Accord Signed At Last\n\n" + head + "\n\n" + kProse + "\n\n" + kMore).metadata; };
  CHECK(meta("By Mara Ilves and Jo Adeyemi").authors == std::vector<std::string>{"Mara Ilves", "Jo Adeyemi"});
  CHECK(meta("By Dr. Mara Ilves, Senior Fellow").authors == std::vector<std::string>{"Mara Ilves"});
  CHECK(meta("By AFP").authors == std::vector<std::string>{"AFP"});
  CHECK(meta("By our staff correspondent").authors.empty());
  CHECK(meta("Mara Ilves | 3 March 2023 | 5 min read").authors == std::vector<std::string>{"Mara Ilves"});
  CHECK(meta("Mara Ilves | 3 March 2023 | 5 min read").published == "2023-03-03");
  CHECK(meta("3 March 2023 by Mara Ilves").published == "2023-03-03");
  CHECK(meta("Updated: 4 March 2023\n\nPublished: 3 March 2023, 10:15 GMT").published == "2023-03-03");
  CHECK(meta("Bishkek, 3 March 2023").published == "2023-03-03");
  CHECK(!meta("3 March").published);
  CHECK(meta("Posted on 2023-03-03").published == "2023-03-03");
  CHECK(meta("By Land and Sea").authors.empty());
}

TEST_CASE("what the sidecar says wins over the page") {
  Document document;
  document.metadata.title = "Given";
  document.metadata.authors = {"Given Author"};
  document.metadata.published = "2020-01-01";
  document.original = document.text = "Lake Accord Signed At Last\n\nBy Mara Ilves\n\n3 March 2023\n\n" + kProse;
  corpus::find_blocks(document);
  CHECK(document.metadata.title == "Given");
  CHECK(document.metadata.authors == std::vector<std::string>{"Given Author"});
  CHECK(document.metadata.published == "2020-01-01");
  CHECK(kind_of(document, "Lake Accord Signed At Last") == BlockKind::Heading);
}

TEST_CASE("titles of links below a label are furniture, prose is not") {
  const Document d = with_blocks(kProse + "\n\n" + kMore + "\n\nRelated articles\n\nA dam and its critics\n\nFishing after the drought\n");
  CHECK(kind_of(d, "A dam and its critics") == BlockKind::Furniture);
  CHECK(kind_of(d, "Fishing after the drought") == BlockKind::Furniture);
  const Document e = with_blocks(kProse + "\n\nRelated articles\n\nA dam and its critics\n\n" + kMore + "\n\n" + kProse + "\n\n" + kMore);
  CHECK(kind_of(e, "A dam and its critics") == BlockKind::Heading);
}

TEST_CASE("an article that opens with a sentence has no title") {
  const Document d = with_blocks("It was a bad year for the lake.\n\n" + kProse + "\n\n" + kMore);
  CHECK(!d.metadata.title);
  CHECK(kind_of(d, "It was a bad year for the lake.") == BlockKind::Paragraph);
}

TEST_CASE("a dateline on its own line is no title, nor is a first sentence with a note") {
  const Document d = with_blocks("BISHKEK, Kyrgyzstan (LW) --\n\n" + kProse + "\n\n" + kMore);
  CHECK(kind_of(d, "BISHKEK, Kyrgyzstan (LW) --") == BlockKind::Byline);
  CHECK(!d.metadata.title);
  CHECK(!with_blocks("The Lake Accord is a treaty.[1]\n" + kProse + "\n" + kMore).metadata.title);
  CHECK(!with_blocks("Lake Accord Bank of Osh was closed, the banks said.\n" + kProse + "\n" + kMore).metadata.title);
}

TEST_CASE("body text that resembles furniture stays") {
  using corpus::LineRole;
  using corpus::plain_line;
  using corpus::role_of_line;
  for (const char* line : {
           "The views expressed by the ministers differed widely.",
           "Published in Nature, the study found that the lake had shrunk.",
           "Reuters reported that the talks had failed.",
           "These remarks do not reflect the position of the government, the spokeswoman said.",
           "Support for the accord grew.",
           "Email traffic between the ministries stopped.",
           "Share prices fell after the statement.",
           "The author of the plan resigned.",
           "Related measures were taken in Dakar.",
           "He will leave a reply to the ambassador.",
           "Sources: the ministries of both states.",
           "Subscribe to the view that borders matter and you will be disappointed by this treaty.",
           "By continuing the talks, both sides avoided a crisis.",
           "Comments by the president angered the union.",
           "Print media are controlled by the government.",
           "12 states signed.",
       }) {
    CHECK_MESSAGE(role_of_line(plain_line(line)) == LineRole::None, line);
  }
  for (const char* line : {"3 Comments", "Tweet", "5 min read", "Photo: Jane Roe / AFP", "Sign up for our weekly newsletter", "© 2024 The Forum",
                           "Read more", "ADVERTISEMENT", "Tags: water, law", "We use cookies to improve your visit.", "Page 3 of 10", "* * *",
                           "Previous article", "[Share on WhatsApp]", "Filed under: Asia"}) {
    CHECK_MESSAGE(role_of_line(plain_line(line)) != LineRole::None, line);
  }
}

TEST_CASE("names of persons") {
  using corpus::looks_like_person;
  for (const char* name : {"Mara Ilves", "Jean-Pierre N'Diaye", "Ludwig van den Berg", "Dr. Aigul Sadykova", "J. R. Okello", "Émile Ça"}) {
    CHECK_MESSAGE(looks_like_person(name), name);
  }
  for (const char* other : {"Mara", "Press Release", "Central Asia", "the Minister", "Mara Ilves is", "Foreign Ministry", "Lake 5", "", "MARA"}) {
    CHECK_MESSAGE(!looks_like_person(other), other);
  }
}

TEST_CASE("blocks are in order, apart, and hold all letters") {
  const std::string text = "Title Here Now\n\nBy Mara Ilves\n\n• " + kProse + "\n\n" + kMore + "\nShare\n1. " + kMore;
  const Document d = with_blocks(text);
  std::uint32_t at = 0;
  std::string left;
  for (const auto& block : d.blocks) {
    REQUIRE(block.span.begin >= at);
    REQUIRE(block.span.end > block.span.begin);
    left += text.substr(at, block.span.begin - at);
    at = block.span.end;
  }
  left += text.substr(at);
  CHECK(left.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
}
