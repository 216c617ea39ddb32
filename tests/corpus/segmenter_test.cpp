// Groups of sentences are the sentences of the whole, whatever their size.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/blocks/split.hpp"
#include "corpus/segment/segmenter.hpp"

using namespace entente::corpus;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// All that is known of the sentences, in a form that does not depend on groups.
std::string described(const Segmentation& s) {
  std::string out;
  for (const auto& sentence : s.sentences) {
    out += "\n" + std::to_string(sentence.span.begin) + "-" + std::to_string(sentence.span.end) + " " + std::to_string(sentence.block);
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const auto& t = s.tokens[i];
      out += " " + std::to_string(t.span.begin) + "-" + std::to_string(t.span.end) + (t.space_before ? "_" : "") + (t.joined ? "+" : "");
    }
  }
  return out;
}

void check_groups(const std::string& text) {
  Document document;
  document.text = text;
  document.blocks = split_blocks(text);
  const auto whole = segment(document);
  const auto expected = described(whole);
  for (const std::size_t words : {1U, 2U, 3U, 10U, 100U, 1200U}) {
    CAPTURE(words);
    Segmenter segmenter(document.text, document.blocks);
    std::string got;
    std::size_t tokens = 0, largest = 0;
    while (!segmenter.done()) {
      const auto group = segmenter.next(words);
      for (const auto& s : group.sentences) CHECK(s.last - s.first <= max_sentence_words);
      if (!group.sentences.empty()) CHECK(group.sentences.back().last == group.tokens.size());
      got += described(group);
      tokens += group.tokens.size();
      largest = std::max(largest, group.tokens.size());
    }
    CHECK(got == expected);
    CHECK(tokens == whole.tokens.size());
    CHECK(largest <= words + 1500);
    CHECK(segmenter.next(words).tokens.empty());
  }
}

}  // namespace

TEST_CASE("groups of sentences are those of the whole text") {
  check_groups("");
  check_groups(" \n\n \n");
  check_groups("One word.");
  check_groups(
      "\"Why?\" Mr. Novak asked. \"Because,\" she said, \"it's ours.\" They left ... for Oslo.\n\n"
      "The states' rights ('their own') weren't told. See www.elm.example/a?b, item No. 5 (Jan. 3).\n"
      "- a first point\n- a second point, 3.5% of US$5bn\n\n. . . and so on . . .\n. . Then it ended!!! (\"Really?\") 'Yes.'\n");
}

TEST_CASE("neither marks, nor words, nor blocks without an end make groups large") {
  check_groups("He left." + repeated(")", 5000) + " Then he came back. It was late.");
  check_groups(repeated("word ", 5000));
  check_groups(repeated("word, ", 2500) + repeated("another ", 1800) + "end.");
  check_groups(repeated("a,b;don't", 2000));
  check_groups(repeated("'Tis Dr. A. Holt's \"house\" (so he said). ", 300));
  check_groups(repeated(". ", 3000));
  check_groups(repeated("\"x\" ", 3000));
}
