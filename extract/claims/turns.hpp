// Who speaks in turn in a printed interview: what follows a speaker's first sentence in a paragraph is said too.
#pragma once

#include <cstdint>

#include "extract/claims/sentence_view.hpp"

namespace entente::extract::claims {

class Turns {
 public:
  // `turns`: how many sentences of the text begin with a speaker; one alone is a heading or a list.
  Turns(Analysis& analysis, std::size_t turns) : a_(analysis), several_(turns > 1) {}

  // The claim, at the end of result.claims, begins a turn in this sentence.
  void begin(std::uint32_t sentence);
  // Draws the claim of the turn out over the next sentence of its paragraph, unless that has a speaker of its own.
  void go_on(const SentenceView& view);

 private:
  std::uint32_t block_of(std::uint32_t sentence) const { return a_.segmentation.sentences[sentence].block; }

  Analysis& a_;
  bool several_;
  Id claim_ = kNoId;
  std::uint32_t last_ = 0;  // the sentence that the claim reaches
};

}  // namespace entente::extract::claims
