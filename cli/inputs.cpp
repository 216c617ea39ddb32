#include "cli/inputs.hpp"

#include <CLI/CLI.hpp>

namespace entente::cli {

void InputOptions::add_to(CLI::App& command) {
  command.add_option("INPUT", inputs, "Files and folders (.txt .md .html .jsonl); - is standard input")->required();
  command.add_option("--input-format", format, "Format of the named files and of -: text, markdown, html, jsonl");
  command.add_option("--max-bytes", max_bytes, "Largest document to read (default: 64 MiB)");
}

corpus::ReadOptions InputOptions::read_options() const {
  corpus::ReadOptions read;
  read.format = format;
  if (max_bytes > 0) read.limits.document_bytes = max_bytes;
  return read;
}

}  // namespace entente::cli
