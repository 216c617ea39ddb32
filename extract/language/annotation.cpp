#include "extract/language/annotation.hpp"

#include <algorithm>
#include <array>

namespace entente::language {
namespace {

constexpr std::array<std::string_view, kUposCount> kNames = {"ADJ", "ADP",  "ADV",  "AUX",   "CCONJ", "DET",
                                                             "INTJ", "NOUN", "NUM",  "PART",  "PRON",  "PROPN",
                                                             "PUNCT", "SCONJ", "SYM", "VERB", "X"};

}  // namespace

std::string_view upos_name(Upos upos) { return kNames[static_cast<std::size_t>(upos)]; }

std::optional<Upos> upos_of(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Upos>(found - kNames.begin());
}

}  // namespace entente::language
