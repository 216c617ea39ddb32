#include <utility>

#include "cli/parse/parse.hpp"
#include "core/base/parallel.hpp"
#include "corpus/segment/segmenter.hpp"
#include "extract/language/entities/name_search.hpp"

namespace entente::cli {
namespace {

// CoNLL-U holds every character of the text, so what stands between blocks (the marks of list items and headings)
// belongs to the block that follows.
void take_every_character(corpus::Document& document) {
  std::uint32_t end = 0;
  for (auto& block : document.blocks) {
    block.span.begin = end;
    end = block.span.end;
  }
  const auto size = static_cast<std::uint32_t>(document.text.size());
  if (document.blocks.empty()) document.blocks.push_back({{0, size}, corpus::BlockKind::Paragraph});
  document.blocks.back().span.end = size;
}

// Sentences with their scores as parts of names.
struct Scored {
  language::AnnotatedSentences sentences;
  std::vector<std::string_view> forms;
  std::vector<language::WordRange> ranges;
  std::vector<language::NameScores> scores;

  Scored(language::AnnotatedSentences annotated, std::string_view text, const language::NameSearch& search) : sentences(std::move(annotated)) {
    forms.reserve(sentences.words.size());
    for (const auto& t : sentences.segmentation.tokens) forms.push_back(t.span.of(text));
    for (const auto& s : sentences.segmentation.sentences) ranges.push_back({s.first, s.last});
    scores = search.score(piece());
  }
  language::NamePiece piece() const { return {forms, sentences.words, ranges}; }
};

}  // namespace

ParsedDocument::ParsedDocument(const language::Model& model, const language::EntityTagger& tagger, corpus::Document read, const ParsePieces& pieces)
    : document_(std::move(read)), packed_(document_.text, model) {
  take_every_character(document_);
  annotate(model, tagger, pieces);
}

// Annotates all sentences; a long document is gone through again for its names, when all of it has been seen.
void ParsedDocument::annotate(const language::Model& model, const language::EntityTagger& tagger, const ParsePieces& pieces) {
  const std::string_view text = document_.text;
  corpus::Segmenter segmenter(text, document_.blocks);
  language::NameSearch search(tagger);
  const auto annotated = [&](corpus::Segmentation group) {
    auto words = model.annotate(text, group);
    return Scored({std::move(group), std::move(words)}, text, search);
  };
  auto group = std::make_optional(segmenter.next(pieces.words));
  if (segmenter.done()) {
    auto all = annotated(*std::move(group));
    const language::ArrayWords words(all.forms, all.sentences.words);
    search.add(all.piece(), all.scores);
    search.decide(all.piece(), all.scores, words);
    names_ = search.finish(words);
    whole_ = std::move(all.sentences);
    return;
  }
  ordered_parallel(
      pieces.threads,
      [&] {
        if (!group && !segmenter.done()) group = segmenter.next(pieces.words_long);
        return std::exchange(group, std::nullopt);
      },
      annotated,
      [&](const Scored& next) {
        search.add(next.piece(), next.scores);
        packed_.add(next.sentences);
      });
  std::uint32_t sentence = 0;
  ordered_parallel(
      pieces.threads,
      [&] {
        const auto first = std::exchange(sentence, packed_.sentences_within(sentence, pieces.words_long));
        return first < packed_.sentences() ? std::make_optional(first) : std::nullopt;
      },
      [&](std::uint32_t first) { return Scored(packed_.unpack(first, pieces.words_long), text, search); },
      [&](Scored next) { search.decide(next.piece(), next.scores, packed_); });
  names_ = search.finish(packed_);
}

}  // namespace entente::cli
