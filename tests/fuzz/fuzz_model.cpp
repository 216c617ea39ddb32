// The model loader: bytes as a container, and the shipped model with one section changed and sealed again. What is
// still accepted must annotate without a fault.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extract/language/model.hpp"
#include "tests/fuzz/changed_model.hpp"

using namespace entente;
using namespace entente::language;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (auto container = Container::from_bytes({reinterpret_cast<const char*>(data), size}, "fuzz")) {
    for (const auto& name : container->sections()) (void)read_strings(*container, name).ok();
    (void)Model::read(*std::move(container)).ok();
  }
  if (size < 4) return 0;
  static const auto shipped = tests::shipped_model("english.model");
  auto container = Container::from_bytes(tests::changed_model(shipped, data, size), "fuzz");
  if (!container) std::abort();
  const auto model = Model::read(*std::move(container));
  if (!model) return 0;
  const std::string_view words[] = {"The", "envoys", "didn't", "say", "why", "\xC3\x89lys\xC3\xA9\x65", "2,000", "."};
  const WordRange ranges[] = {{0, 4}, {4, 8}};
  const auto result = model->annotate(words, ranges);
  return result.size() == 8 ? 0 : (std::abort(), 0);
}
