// Block structure of a document's text: paragraphs, headings, bullets, bylines, and the furniture of its page.
#pragma once

#include "corpus/document.hpp"

namespace entente::corpus {

// Fills `document.blocks` (ordered, not overlapping, together all of the text but white space, bullets and quote
// marks) and those fields of `document.metadata` that visible bylines and date lines give and that are empty.
// Blocks that are there already (a reader that knows the structure) keep their kinds unless they are Paragraphs,
// Headings or ListItems that turn out to be page furniture, bylines or the author's biography. Linear time.
void find_blocks(Document& document);

}  // namespace entente::corpus
