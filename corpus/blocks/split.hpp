// Lines and paragraphs of plain text.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/span.hpp"
#include "corpus/document.hpp"

namespace entente::corpus {

// Paragraphs: a line each where lines are long or have ends of their own, or all lines up to a blank or indented one
// where the text is hard-wrapped (most lines are as full as the next word allows). Bullets open blocks of kind
// ListItem, "> " of kind Quotation; both marks stay outside the span. White space is trimmed.
std::vector<Block> split_blocks(std::string_view text);

}  // namespace entente::corpus
