// What the language layer says about one word, in the terms of Universal Dependencies English.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::language {

enum class Upos : std::uint8_t {
  ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X
};
inline constexpr std::size_t kUposCount = 17;

std::string_view upos_name(Upos upos);
std::optional<Upos> upos_of(std::string_view name);

struct WordAnnotation {
  Upos upos = Upos::X;
  std::int32_t head = -1;   // index into the words that were given, -1: root of its sentence
  std::string lemma;
  std::string_view xpos;    // Penn tag; views live as long as the model
  std::string_view feats;   // "Number=Sing|Person=3", empty: none
  std::string_view deprel;  // with subtype: "nsubj:pass"; empty: not parsed
};

}  // namespace entente::language
