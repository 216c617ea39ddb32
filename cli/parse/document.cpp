#include "cli/parse/parse.hpp"
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

std::vector<std::string_view> forms_of(const language::AnnotatedSentences& s, std::string_view text) {
  std::vector<std::string_view> forms;
  forms.reserve(s.words.size());
  for (const auto& t : s.segmentation.tokens) forms.push_back(t.span.of(text));
  return forms;
}

std::vector<language::WordRange> ranges_of(const language::AnnotatedSentences& s) {
  std::vector<language::WordRange> ranges;
  for (const auto& sentence : s.segmentation.sentences) ranges.push_back({sentence.first, sentence.last});
  return ranges;
}

}  // namespace

ParsedDocument::ParsedDocument(const language::Model& model, const language::EntityTagger& tagger, corpus::Document read, std::size_t piece)
    : document_(std::move(read)), packed_(document_.text, model) {
  take_every_character(document_);
  annotate(model, tagger, piece);
}

// Annotates all sentences; a long document is gone through again for its names, when all of it has been seen.
void ParsedDocument::annotate(const language::Model& model, const language::EntityTagger& tagger, std::size_t piece) {
  corpus::Segmenter segmenter(document_.text, document_.blocks);
  language::NameSearch search(tagger);
  do {
    language::AnnotatedSentences next{segmenter.next(piece), {}};
    next.words = model.annotate(document_.text, next.segmentation);
    const auto forms = forms_of(next, document_.text);
    const auto ranges = ranges_of(next);
    auto scores = search.see({forms, next.words, ranges});
    if (segmenter.done() && packed_.size() == 0) {
      const language::ArrayWords words(forms, next.words);
      search.decide({forms, next.words, ranges}, scores, words);
      names_ = search.finish(words);
      whole_ = std::move(next);
      return;
    }
    packed_.add(next);
  } while (!segmenter.done());
  for (std::uint32_t first = 0; first < packed_.sentences();) {
    const auto next = packed_.unpack(first, piece);
    const auto forms = forms_of(next, document_.text);
    const auto ranges = ranges_of(next);
    auto scores = search.see_again({forms, next.words, ranges});
    search.decide({forms, next.words, ranges}, scores, packed_);
    first += static_cast<std::uint32_t>(ranges.size());
  }
  names_ = search.finish(packed_);
}

}  // namespace entente::cli
