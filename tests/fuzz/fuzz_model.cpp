// The model loader: bytes as a container, and the shipped model with one section changed and sealed again. What is
// still accepted must annotate without a fault.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/file.hpp"
#include "extract/language/model.hpp"

using namespace entente;
using namespace entente::language;

namespace {

const Container& shipped() {
  static const auto container = Container::open(std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/language/models/english.model");
  if (!container) std::abort();
  return *container;
}

// Input: section, place (3 bytes), bytes to put there; an empty rest cuts the section at the place.
std::string changed(const std::uint8_t* data, std::size_t size) {
  const auto names = shipped().sections();
  ContainerWriter writer;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto got = shipped().get<char>(names[i]);
    std::string bytes(got->begin(), got->end());
    if (i == data[0] % names.size()) {
      const std::size_t at = (data[1] | data[2] << 8 | data[3] << 16) % (bytes.size() + 1);
      if (size == 4) bytes.resize(at);
      const auto count = std::min(size - 4, bytes.size() - std::min(at, bytes.size()));
      bytes.replace(std::min(at, bytes.size()), count, reinterpret_cast<const char*>(data) + 4, size - 4);
    }
    writer.add_bytes(names[i], std::move(bytes));
  }
  return writer.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (auto container = Container::from_bytes({reinterpret_cast<const char*>(data), size}, "fuzz")) {
    for (const auto& name : container->sections()) (void)read_strings(*container, name).ok();
    (void)Model::read(*std::move(container)).ok();
  }
  if (size < 4) return 0;
  auto container = Container::from_bytes(changed(data, size), "fuzz");
  if (!container) std::abort();
  const auto model = Model::read(*std::move(container));
  if (!model) return 0;
  const std::string_view words[] = {"The", "envoys", "didn't", "say", "why", "\xC3\x89lys\xC3\xA9\x65", "2,000", "."};
  const WordRange ranges[] = {{0, 4}, {4, 8}};
  const auto result = model->annotate(words, ranges);
  return result.size() == 8 ? 0 : (std::abort(), 0);
}
