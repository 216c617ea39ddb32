// Whose claim it is, where that leans on claims before it: "these views", "the view is that", a claim inside a claim.
#pragma once

#include <unordered_map>
#include <vector>

#include "extract/claims/frames.hpp"
#include "extract/claims/holders.hpp"

namespace entente::extract::claims {

class Claimants {
 public:
  Claimants(const Analysis& analysis, Holders& holders) : a_(analysis), holders_(holders) {}

  // Who holds the claim that is about to be added to result.claims. "according to these views", "the view is that":
  // whoever held the claim before, at most three sentences back. "Asked about A": somebody whom the text does not
  // name. "A: B" in a printed interview: whom it names first.
  std::vector<Id> of(const SentenceView& view, const CueMatch& cue);
  // Who passes the claim on: the holder of the claim that governs it.
  std::vector<Id> reporters(const Frame& frame) const;
  // The claim at the end of result.claims has its cue here.
  void note(Token cue) { by_cue_[cue] = static_cast<Id>(a_.result.claims.size() - 1); }

 private:
  bool stands_in_claim(Span cue) const;

  const Analysis& a_;
  Holders& holders_;
  Id last_named_ = kNoId;                  // the last claim whose holder the text names and nobody else passes on
  std::uint32_t last_sentence_ = 0;        // where its cue stands
  std::unordered_map<Token, Id> by_cue_;   // claims by the first token of their cue; never iterated
};

}  // namespace entente::extract::claims
