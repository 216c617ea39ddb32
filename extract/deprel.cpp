#include "extract/deprel.hpp"

#include <iterator>

namespace entente::extract {
namespace {

constexpr std::string_view kNames[] = {
    "",
#define ENTENTE_DEPREL(id, name) name,
#include "extract/deprel.def"
#undef ENTENTE_DEPREL
};

}  // namespace

std::string_view name_of(Deprel deprel) { return kNames[static_cast<std::size_t>(deprel)]; }

std::optional<Deprel> deprel_of(std::string_view name) {
  for (std::size_t i = 1; i < std::size(kNames); ++i)
    if (kNames[i] == name) return static_cast<Deprel>(i);
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  return deprel_of(name.substr(0, colon));
}

}  // namespace entente::extract
