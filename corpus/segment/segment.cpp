#include "corpus/segment/segment.hpp"

#include "corpus/segment/cutter.hpp"
#include "corpus/segment/sentences.hpp"

namespace entente::corpus {
namespace {

class Segmenter {
 public:
  explicit Segmenter(std::string_view text) : text_(text), cutter_(text, out_.tokens, cuts_) {
    out_.tokens.reserve(text.size() / 5 + 8);
    cuts_.reserve(text.size() / 5 + 8);
  }

  void add(Span block, std::uint32_t index) {
    const std::size_t first = out_.tokens.size();
    cutter_.cut(block);
    find_sentences({text_, out_.tokens, cuts_}, first, index, out_.sentences);
  }

  Segmentation take() { return std::move(out_); }

 private:
  std::string_view text_;
  Segmentation out_;
  std::vector<Cut> cuts_;
  Cutter cutter_;
};

}  // namespace

Segmentation segment(const Document& document) {
  Segmenter segmenter(document.text);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) segmenter.add(document.blocks[i].span, static_cast<std::uint32_t>(i));
  return segmenter.take();
}

Segmentation segment(std::string_view text) {
  Segmenter segmenter(text);
  segmenter.add({0, static_cast<std::uint32_t>(text.size())}, 0);
  return segmenter.take();
}

}  // namespace entente::corpus
