// Any text as a gazetteer table: what is read compiles and loads, and writing it and reading it again changes nothing.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extract/gazetteer/csv.hpp"
#include "extract/gazetteer/gazetteer.hpp"

using namespace entente;
using namespace entente::extract;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Diagnostics diagnostics;
  const auto entries = read_csv({reinterpret_cast<const char*>(data), size}, "fuzz", diagnostics);
  const auto table = write_csv(entries);
  Diagnostics again;
  const auto reread = read_csv(table, "fuzz", again);
  if (reread.size() != entries.size()) std::abort();
  if (!make_gazetteer(entries, "fuzz", diagnostics)) std::abort();
  return 0;
}
