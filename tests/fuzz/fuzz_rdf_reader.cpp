// Any bytes in any syntax: what is read can be written in that syntax and reads again as the same data set.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/rdf/canonical.hpp"
#include "emit/write.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 20000) return 0;
  const auto formats = emit::formats();
  const auto& format = formats[data[0] % formats.size()];
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  ReadOptions options;
  options.base = "http://base.example/";
  Diagnostics diagnostics;
  const auto first = parse(text, format.syntax, diagnostics, options);
  std::string bytes;
  const auto done = emit::write(first, format, emit::standard_prefixes(), emit::to_string_sink(bytes));
  require(done.ok());
  Diagnostics none;
  const auto second = parse(bytes, format.syntax, none);
  require(none.empty());
  const auto same = isomorphic(first, second);
  require(!same.ok() || *same);
  return 0;
}
