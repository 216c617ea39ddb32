// Any valid UTF-8 is segmented into tokens that are ascending slices, cover all that is visible, and fill the
// sentences without gaps; the quotations lie within the text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/utf8.hpp"
#include "corpus/segment/chars.hpp"
#include "corpus/segment/quotes.hpp"

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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(text)) return 0;
  const Segmentation s = segment(text);
  check_cover(text, s);
  check_sentences(s);
  const Quotes quotes = find_quotes(text, s);
  require(quotes.roles.size() == s.tokens.size());
  for (const Quotation& q : quotes.quotations) {
    require(q.span.begin <= q.content.begin && q.content.begin <= q.content.end && q.content.end <= q.span.end && q.span.end <= size);
    require(q.first <= q.last && q.last <= s.tokens.size());
  }
  return 0;
}
