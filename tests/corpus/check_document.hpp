// What must hold of every document that a reader gives, whatever it was given; shared by tests and fuzz targets.
#pragma once

#include <string>

#include "core/base/utf8.hpp"
#include "corpus/document.hpp"

namespace entente::tests {

// Empty if all is well, else what is wrong.
inline std::string fault_of(const corpus::Document& d) {
  if (find_invalid_utf8(d.text)) return "text is not UTF-8";
  if (find_invalid_utf8(d.original)) return "original is not UTF-8";
  if (d.is_identity() && d.text != d.original) return "text differs from original without pieces";
  std::size_t text_end = 0;
  std::size_t original_end = 0;
  for (const corpus::Piece& p : d.pieces) {
    if (p.text_begin < text_end || p.original_begin < original_end) return "pieces do not ascend";
    text_end = std::size_t{p.text_begin} + p.size;
    original_end = std::size_t{p.original_begin} + p.size;
    if (text_end > d.text.size() || original_end > d.original.size()) return "piece reaches beyond";
    if (d.text.compare(p.text_begin, p.size, d.original, p.original_begin, p.size) != 0) return "piece is not the same in both";
  }
  std::uint32_t at = 0;
  for (const corpus::Block& b : d.blocks) {
    if (b.span.begin < at || b.span.end <= b.span.begin || b.span.end > d.text.size()) return "blocks overlap or are empty";
    if (is_continuation(d.text[b.span.begin])) return "block begins inside a character";
    if (b.span.end < d.text.size() && is_continuation(d.text[b.span.end])) return "block ends inside a character";
    at = b.span.end;
    const Span back = d.to_original(b.span);
    if (back.begin > back.end || back.end > d.original.size()) return "block leads back to nowhere";
  }
  return {};
}

}  // namespace entente::tests
