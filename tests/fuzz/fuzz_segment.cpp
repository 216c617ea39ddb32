// Any valid UTF-8 is segmented into tokens that are ascending slices, cover all that is visible, and fill the
// sentences without gaps; the quotations lie within the text. Groups of any size are the sentences of the whole.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/utf8.hpp"
#include "corpus/segment/chars.hpp"
#include "corpus/segment/quotes.hpp"
#include "corpus/segment/segmenter.hpp"

using namespace entente;
using namespace entente::corpus;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_cover(std::string_view text, const Segmentation& s) {
  std::size_t at = 0;
  for (const Token& t : s.tokens) {
    require(at <= t.span.begin && t.span.begin < t.span.end && t.span.end <= text.size());
    for (; at < t.span.begin; at += classify(text, at).size) require(classify(text, at).cls == CharClass::Space);
    require(at == t.span.begin);
    at = t.span.end;
    require(at == text.size() || !is_continuation(text[at]));
  }
  for (; at < text.size(); at += classify(text, at).size) require(classify(text, at).cls == CharClass::Space);
}

void check_sentences(const Segmentation& s) {
  std::uint32_t token = 0;
  for (const Sentence& sentence : s.sentences) {
    require(sentence.first == token && sentence.first < sentence.last);
    require(sentence.span.begin == s.tokens[sentence.first].span.begin && sentence.span.end == s.tokens[sentence.last - 1].span.end);
    token = sentence.last;
  }
  require(token == s.tokens.size());
}

// In two blocks, so that something stands between blocks, too.
void check_groups(std::string_view text, std::size_t words) {
  std::size_t cut = text.size() / 2;
  while (cut < text.size() && is_continuation(text[cut])) ++cut;
  Document document;
  document.text = text;
  document.blocks = {{{0, static_cast<std::uint32_t>(cut)}, BlockKind::Paragraph}, {{static_cast<std::uint32_t>(cut), static_cast<std::uint32_t>(text.size())}, BlockKind::Paragraph}};
  const Segmentation whole = segment(document);
  Segmenter segmenter(text, document.blocks);
  std::size_t sentence = 0, token = 0;
  while (!segmenter.done()) {
    const Segmentation group = segmenter.next(words);
    for (const Sentence& s : group.sentences) {
      const Sentence& same = whole.sentences.at(sentence++);
      require(s.span == same.span && s.block == same.block && s.first + token == same.first && s.last + token == same.last);
      require(s.last - s.first <= max_sentence_words);
    }
    for (const Token& t : group.tokens) {
      const Token& same = whole.tokens.at(token++);
      require(t.span == same.span && t.space_before == same.space_before && t.joined == same.joined);
    }
  }
  require(sentence == whole.sentences.size() && token == whole.tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(text)) return 0;
  const Segmentation s = segment(text);
  check_cover(text, s);
  check_sentences(s);
  for (const std::size_t words : {std::size_t{1}, size % 100 + 2}) check_groups(text, words);
  const Quotes quotes = find_quotes(text, s);
  require(quotes.roles.size() == s.tokens.size());
  for (const Quotation& q : quotes.quotations) {
    require(q.span.begin <= q.content.begin && q.content.begin <= q.content.end && q.content.end <= q.span.end && q.span.end <= size);
    require(q.first <= q.last && q.last <= s.tokens.size());
  }
  return 0;
}
