#include <doctest/doctest.h>

#include <string>

#include "corpus/segment/segment.hpp"

using entente::corpus::segment;

namespace {

// Words by "|", sentences by " // ", "+" before a word that is joined to the one before.
std::string cut(std::string_view text) {
  const auto s = segment(text);
  std::string out;
  for (const auto& sentence : s.sentences) {
    if (!out.empty()) out += " // ";
    for (auto i = sentence.first; i < sentence.last; ++i) {
      if (i > sentence.first) out += s.tokens[i].joined ? "+" : "|";
      out += s.tokens[i].span.of(text);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("contractions and possessives are two words") {
  CHECK(cut("They can't and don't.") == "They|ca+n't|and|do+n't|.");
  CHECK(cut("China's states' rights; it’s ours, we'll see.") == "China+'s|states+'|rights|;|it+’s|ours|,|we+'ll|see|.");
  CHECK(cut("One cannot say. O'Brien left at five o'clock.") == "One|can+not|say|. // O'Brien|left|at|five|o'clock|.");
  CHECK(cut("You shouldn't've gone.") == "You|should+n't+'ve|gone|.");
}

TEST_CASE("abbreviations keep their full stop") {
  CHECK(cut("Mr. Novak of the U.S. Treasury met Gen. A. B. Holt.") == "Mr.|Novak|of|the|U.S.|Treasury|met|Gen.|A.|B.|Holt|.");
  CHECK(cut("Blocs (e.g. the EU, i.e. a union) grew.") == "Blocs|(|e.g.|the|EU|,|i.e.|a|union|)|grew|.");
  CHECK(cut("Kestrel Inc. said so. It bought Dorn Corp. The firm is old.") ==
        "Kestrel|Inc.|said|so|. // It|bought|Dorn|Corp. // The|firm|is|old|.");
  CHECK(cut("They met on Jan. 5, 2021. He lives in the U.S. The envoy left.") ==
        "They|met|on|Jan.|5|,|2021|. // He|lives|in|the|U.S. // The|envoy|left|.");
  CHECK(cut("No. He left.") == "No|. // He|left|.");
  CHECK(cut("No. 4 of p. 12 is Art. 7.") == "No.|4|of|p.|12|is|Art.|7|.");
  CHECK(cut("This was Plan B. The talks failed.") == "This|was|Plan|B|. // The|talks|failed|.");
}

TEST_CASE("quotations end inside or outside the full stop") {
  CHECK(cut("\"We stay.\" The minister left.") == "\"|We|stay|.|\" // The|minister|left|.");
  CHECK(cut("He called it \"a mistake\". Others agreed.") == "He|called|it|\"|a|mistake|\"|. // Others|agreed|.");
  CHECK(cut("“Why now?” asked the envoy. “Why?” Mrs. Holt said.") == "“|Why|now|?|”|asked|the|envoy|. // “|Why|?|”|Mrs.|Holt|said|.");
  CHECK(cut("‘It’s over,’ she said. ‘We can’t go on.’ He left.") == "‘|It+’s|over|,|’|she|said|. // ‘|We|ca+n’t|go|on|.|’ // He|left|.");
}

TEST_CASE("numbers, units, money, dates") {
  CHECK(cut("It rose 3.5% to $1,250.75, US$5bn or €3m.") == "It|rose|3.5|%|to|$|1,250.75|,|US$|5|bn|or|€|3|m|.");
  CHECK(cut("In 2012/13, on 16/11/2004 at 3:29, the 21st of the 1980s.") == "In|2012/13|,|on|16/11/2004|at|3:29|,|the|21st|of|the|1980s|.");
  CHECK(cut("From 1990-1995 call 713-654-0365.") == "From|1990|-|1995|call|713-654-0365|.");
}

TEST_CASE("hyphens: bound prefixes stay, compounds are cut") {
  CHECK(cut("The so-called non-aligned, al-Qaeda-linked mid-1990s.") == "The|so|-|called|non-aligned|,|al|-|Qaeda|-|linked|mid-1990s|.");
}

TEST_CASE("addresses, ellipses, brackets, blank lines") {
  CHECK(cut("See www.example.org/a?b=1. Write to a.b@c.org, please.") == "See|www.example.org/a?b=1|. // Write|to|a.b@c.org|,|please|.");
  CHECK(cut("Well... He left. (It was late.) Then") == "Well|... // He|left|. // (|It|was|late|.|) // Then");
  CHECK(cut("A heading\n\nThe text") == "A|heading // The|text");
  CHECK(cut("").empty());
}

TEST_CASE("a stretch without an end is cut at its pauses") {
  std::string text = "It began";
  for (int i = 0; i < 2000; ++i) text += i % 300 == 299 ? " then, later" : " on and";
  const auto segmentation = segment(text);
  REQUIRE(segmentation.sentences.size() > 3);
  std::uint32_t next = 0;
  for (std::size_t s = 0; s < segmentation.sentences.size(); ++s) {
    const auto& sentence = segmentation.sentences[s];
    CHECK(sentence.first == next);
    next = sentence.last;
    CHECK(sentence.last - sentence.first <= entente::corpus::max_sentence_words);
    const auto last = segmentation.tokens[sentence.last - 1].span.of(text);
    if (s + 1 < segmentation.sentences.size()) CHECK(last == ",");
  }
  CHECK(next == segmentation.tokens.size());
}

TEST_CASE("long runs without white space take linear time") {
  for (const std::string unit : {"a.", "a-", "1-", "a@", "'a", "\"a", "a/b.com", "((", "A&", "1.", "x'"}) {
    std::string text;
    while (text.size() < 400000) text += unit;
    CHECK(segment(text).tokens.back().span.end == text.size());
  }
}
