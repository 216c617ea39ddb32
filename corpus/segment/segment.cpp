#include "corpus/segment/segment.hpp"

#include <limits>

#include "corpus/segment/segmenter.hpp"

namespace entente::corpus {
namespace {

Segmentation whole(std::string_view text, std::span<const Block> blocks) {
  return Segmenter(text, blocks).next(std::numeric_limits<std::size_t>::max());
}

}  // namespace

Segmentation segment(const Document& document) { return whole(document.text, document.blocks); }

Segmentation segment(std::string_view text) {
  const Block block{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::Paragraph};
  return whole(text, {&block, 1});
}

}  // namespace entente::corpus
