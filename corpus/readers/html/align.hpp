// From a text node back to the bytes it was decoded from.
#pragma once

#include <string_view>

#include "corpus/readers/text_builder.hpp"

namespace entente::corpus::html {

// Writes `text`, decoded from `source` (which stands at `at` in the original and may hold character references, tags
// that the parser ignored, and other line ends), white space collapsed unless `preformatted`. Bytes that are the same
// are copied, others marked as decoded; if the two cannot be laid side by side, the rest is marked as decoded as a whole.
void write_text(std::string_view text, std::string_view source, std::size_t at, bool preformatted, TextBuilder& out);

}  // namespace entente::corpus::html
