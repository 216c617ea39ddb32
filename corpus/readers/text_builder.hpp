// A text made from an original, with the way back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"

namespace entente::corpus {

// Calls must come in the order of the original. What would go backwards is left out.
class TextBuilder {
 public:
  // Bytes that stand in the original at `at`.
  void copy(std::string_view bytes, std::size_t at);
  // Bytes that were made from [begin, end) of the original.
  void decoded(std::string_view bytes, std::size_t begin, std::size_t end);
  // Bytes that stand for nothing: line feeds between blocks.
  void separator(std::string_view bytes) { text_ += bytes; }

  // A block lasts from open() to close(); white space at its ends is outside, an empty block is none.
  void open(BlockKind kind);
  void close();
  bool is_open() const { return open_; }
  // True at the start of the text or block or behind a blank: another blank would be one too many.
  bool after_space() const;
  std::size_t size() const { return text_.size(); }
  std::string_view text() const { return text_; }

  // Hands text, pieces and blocks over.
  void give_to(Document& document);

 private:
  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<Block> blocks_;
  std::size_t original_end_ = 0;
  bool open_ = false;
  std::size_t block_begin_ = 0;
  BlockKind kind_ = BlockKind::Paragraph;
};

}  // namespace entente::corpus
