// Which parts of a page are its article.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/readers/html/tree.hpp"

namespace entente::corpus::html {

// One stretch of text between two block boundaries.
struct Run {
  std::vector<const GumboNode*> parts;  // text nodes and <br> elements, in order
  BlockKind kind = BlockKind::Paragraph;
  bool heading_one = false;
  bool preformatted = false;
};

// The runs of the article in the order of the page: the smallest element that holds four fifths of the page's prose
// (text of blocks that are neither links nor page furniture by element, role or class), without the furniture inside it,
// and the page's first <h1> where it stands before. Linear in the page times its depth.
std::vector<Run> article_runs(const Tree& tree);

}  // namespace entente::corpus::html
