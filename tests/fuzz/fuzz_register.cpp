// Any bytes as a register file in Turtle: read with diagnostics, compiled, and matched against a text.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/file.hpp"
#include "corpus/segment/segment.hpp"
#include "ontology/register_reader.hpp"

using namespace entente;

namespace {

// The reader takes files; this one is gone with the program.
struct TableFile {
  TableFile() : path(std::filesystem::temp_directory_path() / ("fuzz-register-" + std::to_string(::getpid()) + ".ttl")) {}
  ~TableFile() { ::unlink(path.c_str()); }
  std::filesystem::path path;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TableFile file;
  if (std::FILE* out = std::fopen(file.path.c_str(), "wb")) {
    std::fwrite(data, 1, size, out);
    std::fclose(out);
  }
  Diagnostics diagnostics;
  const auto read = ontology::read_register({file.path}, diagnostics);
  const auto bytes = extract::compile(read.entries, "fuzz", diagnostics);
  const auto gazetteer = extract::Gazetteer::from_bytes(bytes, "fuzz");
  if (!gazetteer) std::abort();
  const std::string_view text = "Peru and China met in Lima. The Government of Peru, or GOP, spoke.";
  std::vector<extract::KnownName> found;
  gazetteer->match(text, corpus::segment(text), found);
  return 0;
}
