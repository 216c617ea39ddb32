#include "corpus/blocks/blocks.hpp"
#include "corpus/blocks/split.hpp"

namespace entente::corpus {

void find_blocks(Document& document) {
  if (document.blocks.empty()) document.blocks = split_blocks(document.text);
}

}  // namespace entente::corpus
