// What the formats share and the functions that the table of formats names.
#pragma once

#include "corpus/readers/reader.hpp"

namespace entente::corpus {

Result<Document> parse_text(RawDocument raw, const ReadOptions& options, Diagnostics& diagnostics);
Result<Document> parse_markdown(RawDocument raw, const ReadOptions& options, Diagnostics& diagnostics);
Result<Document> parse_html(RawDocument raw, const ReadOptions& options, Diagnostics& diagnostics);
Result<Document> parse_json_line(RawDocument raw, const ReadOptions& options, Diagnostics& diagnostics);
Result<std::unique_ptr<RecordReader>> open_json_lines(const std::filesystem::path& path, const ReadOptions& options);

// The place of a whole document.
Place place_of(const RawDocument& raw);

// Why `bytes` are no text: not UTF-8 (with the byte offset), binary, larger than 4 GiB - 1, or nothing but white
// space. Nothing if they are text.
std::optional<Diagnostic> why_not_text(std::string_view bytes, const Place& place);

}  // namespace entente::corpus
