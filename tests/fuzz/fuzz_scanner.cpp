// Our scanner of N-Triples and N-Quads beside Serd on any bytes: what is read as a whole and in chunks is the same, and
// what the scanner takes without a fault Serd reads as the same statements.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/rdf/scanner.hpp"
#include "core/rdf/dataset.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

struct Seen {
  Dataset data;
  bool clean = false;
};

template <typename Reader>
Seen seen(Reader reader, std::string_view text, Syntax syntax) {
  Seen out;
  Diagnostics diagnostics;
  ReadOptions options;
  options.source = "fuzz";
  out.clean = reader(text, syntax, options, [&](const QuadView& quad, std::uint64_t) { out.data.add(quad); }, diagnostics);
  if (out.clean != !diagnostics.has_errors()) std::abort();
  out.data.sort();
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Syntax syntax = data[0] % 2 == 0 ? Syntax::NTriples : Syntax::NQuads;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto own = seen([](auto&&... a) { return scan(a...); }, text, syntax);
  ScannedChunk chunk(std::string(text), syntax, "");
  GraphBuilder builder;
  chunk.add_to(builder);
  if ((chunk.fault_count() == 0) != own.clean) std::abort();
  if (builder.build().size() > own.data.size()) std::abort();
  if (!own.clean) return 0;
  const auto serd = seen([](auto&&... a) { return read(a...); }, text, syntax);
  if (serd.clean && serd.data.size() != own.data.size()) std::abort();
  return 0;
}
