#include "corpus/document.hpp"

#include <algorithm>

namespace entente::corpus {
namespace {

// The piece that holds byte `at` of the text, or the last one before it.
const Piece& piece_at(const std::vector<Piece>& pieces, std::uint32_t at) {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), at,
                                      [](std::uint32_t value, const Piece& p) { return value < p.text_begin; });
  return after == pieces.begin() ? *after : *(after - 1);
}

std::uint32_t map_byte(const Piece& piece, std::uint32_t at) {
  const std::uint32_t into = at > piece.text_begin ? at - piece.text_begin : 0;
  return piece.original_begin + std::min(into, piece.size);
}

}  // namespace

Span Document::to_original(Span in_text) const {
  if (pieces.empty()) return in_text;
  const std::uint32_t begin = map_byte(piece_at(pieces, in_text.begin), in_text.begin);
  if (in_text.empty()) return {begin, begin};
  const std::uint32_t last = in_text.end - 1;
  const Piece& piece = piece_at(pieces, last);
  std::uint32_t end = map_byte(piece, last);
  if (last - piece.text_begin < piece.size) {
    ++end;
  } else if (piece.size == 0 && &piece != &pieces.back()) {
    end = (&piece + 1)->original_begin;
  }
  return {begin, std::max(begin, end)};
}

}  // namespace entente::corpus
