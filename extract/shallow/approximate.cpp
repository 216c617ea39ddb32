#include "extract/shallow/approximate.hpp"

namespace entente::extract {

void approximate(const FunctionWords& f, Analysis& analysis) {
  auto& words = analysis.words;
  for (const auto& sentence : analysis.segmentation.sentences) {
    for (std::uint32_t t = sentence.first; t + 2 < sentence.last; ++t) {
      if (words[t + 2].upos != Upos::Num) continue;
      const Symbol first = words[t].form;
      const Symbol second = words[t + 1].form;
      const bool bound = first == f.at && (second == f.least || second == f.most);
      const bool compared = second == f.than && FunctionWords::any(f.comparatives, first);
      const bool limit = first == f.up && second == f.to;
      if (!bound && !compared && !limit) continue;
      words[t].upos = words[t + 1].upos = Upos::Adv;
      words[t].verb_form = words[t + 1].verb_form = VerbForm::None;
    }
  }
}

}  // namespace entente::extract
