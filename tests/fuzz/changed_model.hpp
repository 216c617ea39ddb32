// A shipped model with one section changed and sealed again, so that a reader of models gets past the check sum.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "extract/language/container.hpp"

namespace entente::tests {

inline language::Container shipped_model(const char* file) {
  auto container = language::Container::open(std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/language/models" / file);
  if (!container) std::abort();
  return *std::move(container);
}

// Input, at least four bytes: section, place (3 bytes), bytes to put there; an empty rest cuts the section at the place.
inline std::string changed_model(const language::Container& shipped, const std::uint8_t* data, std::size_t size) {
  const auto names = shipped.sections();
  language::ContainerWriter writer;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto got = shipped.get<char>(names[i]);
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

}  // namespace entente::tests
