#include "corpus/readers/formats.hpp"

#include <array>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "corpus/blocks/blocks.hpp"
#include "corpus/blocks/split.hpp"
#include "corpus/readers/sidecar.hpp"

namespace entente::corpus {
namespace {

// One line per format.
constexpr std::array kFormats = {
    Format{"text", ".txt .text", parse_text},
    Format{"markdown", ".md .markdown", parse_markdown},
    Format{"html", ".html .htm .xhtml", parse_html},
    Format{"jsonl", ".jsonl .ndjson", parse_json_line, open_json_lines},
};

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

// One copy of the text, and nothing that only its analysis needs.
void make_bare(Document& document) {
  if (document.is_identity()) document.text = std::move(document.original);
  document.original = {};
  document.pieces = {};
  if (document.blocks.empty()) document.blocks = split_blocks(document.text);
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_named(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format* format_of(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (ending.empty()) return nullptr;
  for (const Format& format : kFormats) {
    if (has_word(format.endings, ending)) return &format;
  }
  return nullptr;
}

Place place_of(const RawDocument& raw) {
  // "file.jsonl:12" is the line in words; the place holds it as a number.
  if (raw.line == 0) return {raw.source, 0, 0, {}};
  return {raw.source.substr(0, raw.source.rfind(':')), raw.line, 0, {}};
}

Result<Document> read(RawDocument raw, const ReadOptions& options, Diagnostics& diagnostics) {
  const std::filesystem::path path = raw.path;
  std::string source = raw.source;
  if (!path.empty()) {
    auto bytes = read_file(path == "-" ? "/dev/stdin" : path, options.limits.document_bytes);
    if (!bytes) return bytes.error();
    raw.bytes = std::move(*bytes);
  }
  const auto* format = raw.format;
  auto document = format->parse(std::move(raw), options, diagnostics);
  if (!document) return document;
  document->source = std::move(source);
  if (options.sidecars && !path.empty() && path != "-") apply_sidecar(path, document->metadata, diagnostics);
  if (options.bare) {
    make_bare(*document);
  } else {
    document->sha256 = sha256_hex(document->original);
    if (document->is_identity()) document->text = document->original;
    find_blocks(*document);
  }
  return document;
}

}  // namespace entente::corpus
