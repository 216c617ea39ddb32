// Stated claims: who says, believes, perceives or wants what, in which words (MODEL.md, "Claim").
//
// Rules of kind `claim` (extract/rules/claims*.json) find cues and name the operators that find source and content
// (operators.hpp). What no single cue tells is done here: how the claims of a sentence bound each other, quotations
// over sentences and paragraphs, who the claimant is, nesting, and the author's own claims.
#pragma once

#include "core/base/diagnostics.hpp"
#include "extract/analysis.hpp"
#include "extract/claims/words.hpp"
#include "extract/rules/run.hpp"

namespace entente::extract {

struct ClaimStages {
  RuleRef own = 0;  // the author's own claims
};

struct ClaimConfig {
  const Vocabulary* vocabulary = nullptr;
  const Lexicons* lexicons = nullptr;
  const rules::RuleBook* book = nullptr;
  const claims::ClaimWords* words = nullptr;
  ClaimStages stages;
  rules::Observer* observer = nullptr;
};

// Adds the stages in code to the catalogue.
ClaimStages add_claim_stages(RuleCatalogue& catalogue);

// Fills result.claims; relations inside the content of somebody's claim become Claimed. Runs last.
void find_claims(const ClaimConfig& config, rules::Scene& scene, Analysis& analysis, Diagnostics& diagnostics);

}  // namespace entente::extract
