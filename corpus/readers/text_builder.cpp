#include "corpus/readers/text_builder.hpp"

#include <utility>

#include "corpus/blocks/marks.hpp"

namespace entente::corpus {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

}  // namespace

void TextBuilder::copy(std::string_view bytes, std::size_t at) {
  if (bytes.empty() || at < original_end_) return;
  original_end_ = at + bytes.size();
  if (!pieces_.empty()) {
    Piece& last = pieces_.back();
    if (last.text_begin + last.size == text_.size() && last.original_begin + last.size == at) {
      last.size += u32(bytes.size());
      text_ += bytes;
      return;
    }
  }
  pieces_.push_back({u32(text_.size()), u32(at), u32(bytes.size())});
  text_ += bytes;
}

void TextBuilder::decoded(std::string_view bytes, std::size_t begin, std::size_t end) {
  if (bytes.empty() || begin < original_end_) return;
  original_end_ = end;
  pieces_.push_back({u32(text_.size()), u32(begin), 0});
  text_ += bytes;
  pieces_.push_back({u32(text_.size()), u32(end), 0});
}

void TextBuilder::open(BlockKind kind) {
  close();
  if (!text_.empty()) separator("\n\n");
  open_ = true;
  block_begin_ = text_.size();
  kind_ = kind;
}

void TextBuilder::close() {
  if (!std::exchange(open_, false)) return;
  const std::string_view content = std::string_view(text_).substr(block_begin_);
  const std::size_t lead = leading_space(content);
  if (lead == content.size()) return;
  blocks_.push_back({{u32(block_begin_ + lead), u32(text_.size() - trailing_space(content))}, kind_});
}

bool TextBuilder::after_space() const {
  return text_.size() <= block_begin_ || text_.empty() || text_.back() == ' ' || text_.back() == '\n';
}

void TextBuilder::give_to(Document& document) {
  close();
  document.text = std::move(text_);
  document.pieces = std::move(pieces_);
  document.blocks = std::move(blocks_);
  if (document.pieces.empty()) document.pieces.push_back({0, 0, 0});  // never mistaken for the original itself
}

}  // namespace entente::corpus
