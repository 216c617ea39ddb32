// Metadata at the top of a Markdown file, between two lines "---".
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/diagnostics.hpp"
#include "corpus/document.hpp"

namespace entente::corpus {

// Reads what front matter of the usual kind holds: "key: value", "key: [a, b]" and "key:" with "- item" lines below,
// values plain or quoted, "#" comments. Unknown keys are left out, lines of any other form are warnings with their line.
// Returns the bytes that the front matter takes, both lines "---" included; 0 if `text` does not begin with one.
std::size_t read_front_matter(std::string_view text, Metadata& metadata, const Place& place, Diagnostics& diagnostics);

}  // namespace entente::corpus
