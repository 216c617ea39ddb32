// The model of names: the shipped one with one section changed and sealed again. What is still accepted must tag
// without a fault.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/entities/entity_tagger.hpp"

using namespace entente;
using namespace entente::language;

namespace {

const Container& shipped() {
  static const auto container =
      Container::open(std::filesystem::path(ENTENTE_SOURCE_DIR) / "extract/language/models/entities.model");
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
  if (size < 4) return 0;
  auto container = Container::from_bytes(changed(data, size), "fuzz");
  if (!container) std::abort();
  const auto tagger = EntityTagger::read(*std::move(container));
  if (!tagger) return 0;
  const std::string_view words[] = {"President", "Xi", "met", "the", "African", "Union", "in", "\xC3\x89lys\xC3\xA9\x65", ".", "Ang", "left", "."};
  const Upos tags[] = {Upos::PROPN, Upos::PROPN, Upos::VERB, Upos::DET, Upos::PROPN, Upos::PROPN, Upos::ADP, Upos::PROPN, Upos::PUNCT,
                       Upos::PROPN, Upos::VERB, Upos::PUNCT};
  std::vector<WordAnnotation> annotations(std::size(words));
  for (std::size_t i = 0; i < annotations.size(); ++i) annotations[i].upos = tags[i];
  annotations[1].head = 0;
  annotations[1].deprel = "flat";
  const WordRange ranges[] = {{0, 9}, {9, 12}};
  std::uint32_t last = 0;
  for (const auto& name : tagger->find(words, annotations, ranges)) {
    if (name.first < last || name.first >= name.last || name.last > 12) std::abort();
    last = name.last;
  }
  return 0;
}
