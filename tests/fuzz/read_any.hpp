// What a reader's fuzz target does with its input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpus/readers/reader.hpp"
#include "corpus/readers/sidecar.hpp"
#include "tests/corpus/check_document.hpp"

namespace entente::tests {

// Reads `bytes` in `format` ("sidecar" for a sidecar file) and aborts with a message if what comes out is wrong.
inline void read_any(std::string_view format, std::string_view bytes) {
  Diagnostics diagnostics;
  if (format == "sidecar") {
    corpus::Metadata metadata;
    return corpus::apply_sidecar_text(bytes, "fuzz.meta.json", metadata, diagnostics);
  }
  corpus::ReadOptions options;
  options.limits.html_depth = 64;
  const auto document = corpus::read({corpus::format_named(format), "fuzz", {}, std::string(bytes), 0}, options, diagnostics);
  const std::string fault = document ? fault_of(*document) : document.error().message.empty() ? "no message" : "";
  if (fault.empty()) return;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}

}  // namespace entente::tests
