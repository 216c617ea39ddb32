#include "extract/language/packed_words.hpp"

#include <doctest/doctest.h>

#include <string>

#include "corpus/segment/segmenter.hpp"
#include "extract/language/entities/name_search.hpp"

using namespace entente;
using namespace entente::language;

namespace {

const std::filesystem::path kModels = std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/language/models";

const Model& model() {
  static const auto loaded = Model::load(kModels / "english.model");
  REQUIRE(loaded);
  return *loaded;
}

AnnotatedSentences annotated(std::string_view text, corpus::Segmentation segmentation) {
  auto words = model().annotate(text, segmentation);
  return {std::move(segmentation), std::move(words)};
}

PackedWords packed(const std::string& text, std::size_t piece) {
  const corpus::Block block{{0, static_cast<std::uint32_t>(text.size())}, corpus::BlockKind::Paragraph};
  corpus::Segmenter segmenter(text, {&block, 1});
  PackedWords words(text, model());
  while (!segmenter.done()) words.add(annotated(text, segmenter.next(piece)));
  return words;
}

void check_round_trip(const std::string& text) {
  const auto all = annotated(text, corpus::segment(text));
  const auto words = packed(text, 10);
  REQUIRE(words.size() == all.words.size());
  REQUIRE(words.sentences() == all.segmentation.sentences.size());
  for (const std::size_t piece : {1U, 25U, 100000U}) {
    std::uint32_t at = 0;
    for (std::uint32_t sentence = 0; sentence < words.sentences();) {
      const auto part = words.unpack(sentence, piece);
      CHECK(part.space_behind == (at + part.words.size() == words.size() || all.segmentation.tokens[at + part.words.size()].space_before));
      for (const auto& s : part.segmentation.sentences) {
        const auto& expected = all.segmentation.sentences[sentence++];
        CHECK(s.span == expected.span);
        CHECK(s.first + at == expected.first);
        CHECK(s.last + at == expected.last);
      }
      for (std::size_t i = 0; i < part.words.size(); ++i) {
        const auto &a = part.words[i], &b = all.words[at + i];
        const auto &t = part.segmentation.tokens[i], &u = all.segmentation.tokens[at + i];
        CHECK((t.span == u.span && t.space_before == u.space_before && t.joined == u.joined));
        CHECK((a.head < 0 ? -1 : a.head + static_cast<std::int32_t>(at)) == b.head);
        CHECK((a.lemma == b.lemma && a.upos == b.upos && a.xpos == b.xpos && a.feats == b.feats && a.deprel == b.deprel));
      }
      at += static_cast<std::uint32_t>(part.words.size());
    }
    CHECK(at == words.size());
  }
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    CHECK(words.form(i) == all.segmentation.tokens[i].span.of(text));
    CHECK(words.tags(i).upos == all.words[i].upos);
    CHECK(words.tags(i).deprel == all.words[i].deprel);
    CHECK(words.tags(i).root == (all.words[i].head < 0));
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

constexpr std::string_view kStory =
    "Ana Holt didn't leave Brenn. \"The mice weren't there,\" she said; the Elm Valley Water Authority (EVWA) had better things to do! ";

}  // namespace

TEST_CASE("packed words are unpacked as they were") {
  check_round_trip("");
  check_round_trip("  One.");
  check_round_trip(std::string(kStory));
  check_round_trip("Far" + std::string(40, ' ') + "away " + std::string(300, 'X') + " and " + std::string(255, 'y') + "'s " + std::string(256, 'z') + ".");
  check_round_trip(repeated("word after word and ", 200) + "no end");  // heads far away, sentences in parts
}

TEST_CASE("packed words take few bytes each") {
  const auto words = packed(repeated(kStory, 300), 5000);
  REQUIRE(words.size() > 9000);
  CHECK(words.bytes() < words.size() * 6);
  CHECK(packed(repeated(kStory, 600), 5000).bytes() < words.bytes() * 2 + 1000);
}

TEST_CASE("what is known of a document's names grows with different words only") {
  const auto tagger = EntityTagger::load(kModels / "entities.model");
  REQUIRE(tagger);
  const auto piece = annotated(kStory, corpus::segment(kStory));
  std::vector<std::string_view> forms;
  std::vector<WordRange> sentences;
  for (const auto& t : piece.segmentation.tokens) forms.push_back(t.span.of(kStory));
  for (const auto& s : piece.segmentation.sentences) sentences.push_back({s.first, s.last});
  NameSearch search(*tagger);
  const NamePiece seen{forms, piece.words, sentences};
  search.add(seen, search.score(seen));
  const auto once = search.different_words();
  CHECK(once > 3);
  for (int i = 0; i < 100; ++i) search.add(seen, search.score(seen));
  CHECK(search.different_words() == once);
}
