// What the corpus hands on: one text with its metadata and blocks, traceable to the original bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/code_points.hpp"
#include "core/base/span.hpp"

namespace entente::corpus {

// Only what the document or its sidecar says; nothing is guessed into being (MODEL.md, invariant 5).
struct Metadata {
  std::optional<std::string> id;  // the caller's identifier, dcterms:identifier
  std::optional<std::string> title;
  std::vector<std::string> authors;
  std::optional<std::string> published;  // EDTF level 0 date: 2021-06-15, 2021-06 or 2021
  std::optional<std::string> url;
  std::optional<std::string> publisher;
  std::optional<std::string> language;  // BCP 47
  std::optional<std::string> license;
};

enum class BlockKind : std::uint8_t {
  Title,        // the document's own title
  Heading,      // a heading inside the body, no full stop expected
  Paragraph,
  ListItem,     // a bullet or numbered item
  Quotation,    // block quotation
  Caption,
  Byline,       // author and date lines
  AboutAuthor,  // biography of the author: text about the author, not part of the article's argument
  Furniture,    // headers, counters, share buttons, forms, disclaimers: boilerplate
};

// A range of `Document::text` that holds no paragraph break; blocks are in text order and do not overlap.
struct Block {
  Span span;
  BlockKind kind = BlockKind::Paragraph;
};

// One stretch of `text` that stands in `original` byte for byte. A piece of size 0 marks text that was decoded: what
// stands between it and the next piece in `text` came from what stands between them in `original` ("&amp;" for "&").
struct Piece {
  std::uint32_t text_begin = 0;
  std::uint32_t original_begin = 0;
  std::uint32_t size = 0;
};

// `text` is what all later stages read. For plain text it equals `original`; for HTML and the like it is the
// extracted text, and `pieces` (ascending in both) lead back. All spans of later stages are bytes of `text`.
// `original` is valid UTF-8: the decoded file, byte-order mark included, or the JSON `text` member.
struct Document {
  std::string source;    // path, URL or "file.jsonl:12"
  std::string sha256;    // of the bytes of the file, or of the JSON `text` member
  std::string original;
  std::string text;
  std::vector<Piece> pieces;  // empty: text and original are the same
  Metadata metadata;
  std::vector<Block> blocks;

  // The smallest range of `original` that holds everything `in_text` came from (bytes).
  Span to_original(Span in_text) const;
  bool is_identity() const { return pieces.empty(); }
};

}  // namespace entente::corpus
