// Plain text: the text is the file, byte for byte.
#include <utility>

#include "corpus/readers/formats.hpp"

namespace entente::corpus {

Result<Document> parse_text(RawDocument raw, const ReadOptions&, Diagnostics&) {
  if (auto why = why_not_text(raw.bytes, place_of(raw))) return *why;
  Document document;
  document.original = std::move(raw.bytes);
  return document;
}

}  // namespace entente::corpus
