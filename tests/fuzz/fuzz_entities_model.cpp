// The model of names: the shipped one with one section changed and sealed again. What is still accepted must tag
// without a fault.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "extract/language/entities/entity_tagger.hpp"
#include "tests/fuzz/changed_model.hpp"

using namespace entente;
using namespace entente::language;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  static const auto shipped = tests::shipped_model("entities.model");
  auto container = Container::from_bytes(tests::changed_model(shipped, data, size), "fuzz");
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
