// From inputs to documents: one format per file, one line per format in formats.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/diagnostics.hpp"
#include "core/base/result.hpp"
#include "corpus/document.hpp"

namespace entente::corpus {

// Passing a limit costs the one document a located diagnostic, never the run.
struct ReadLimits {
  std::uint64_t document_bytes = UINT64_C(64) << 20;  // one file, or one line of JSON Lines; extraction takes some 42 times as much; at most 4 GiB - 1
  std::uint64_t html_bytes = UINT64_C(16) << 20;       // one page
  std::uint32_t html_depth = 512;                      // open elements, as browsers allow
  std::uint32_t html_attributes = 256;                 // attributes of one tag
};

struct ReadOptions {
  std::string format;    // name of the format of named files and of "-"; empty: by ending
  bool sidecars = true;  // read NAME.meta.json beside a file
  bool bare = false;     // for who needs words only: no original, no pieces, no hash, and blocks of plain text are not told apart
  ReadLimits limits;
};

struct Format;

// One document that is not read yet: a path, or bytes already taken from a container.
struct RawDocument {
  const Format* format = nullptr;
  std::string source;          // becomes Document::source
  std::filesystem::path path;  // empty if `bytes` holds the document
  std::string bytes;
  std::uint64_t line = 0;      // of the container, 0 if there is none
};

// Cuts a file that holds many documents into them, with memory for one at a time.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  virtual std::optional<RawDocument> next(Diagnostics& diagnostics) = 0;
};

// `parse` gets the bytes of one document in `raw.bytes`; it sets original, metadata, text and pieces (neither where the text is the original)
// and, if the format marks its blocks, blocks. What all formats share (hash, sidecar, blocks of plain text) is done by read().
struct Format {
  std::string_view name;
  std::string_view endings;  // separated by blanks, with their dots, lower case
  Result<Document> (*parse)(RawDocument raw, const ReadOptions& options, Diagnostics& diagnostics);
  // Null if a file is one document. `path` "-" is standard input.
  Result<std::unique_ptr<RecordReader>> (*open)(const std::filesystem::path& path, const ReadOptions& options) = nullptr;
};

// All formats, in the order of the table.
std::span<const Format> formats();
// By name ("jsonl") and by a file's ending (".jsonl", any case); null if there is none.
const Format* format_named(std::string_view name);
const Format* format_of(const std::filesystem::path& path);

// The document of `raw`, complete: decoded, with metadata and blocks. Thread-safe; reads only the file and its
// sidecar. Odd metadata goes to `diagnostics`; the error says why there is no document.
Result<Document> read(RawDocument raw, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace entente::corpus
