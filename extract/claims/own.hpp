// The author's own claims: what a commentary argues without naming a source.
#pragma once

#include <vector>

#include "extract/claims/claims.hpp"
#include "extract/claims/holders.hpp"

namespace entente::extract::claims {

// A sentence is the author's claim if it argues rather than reports: its main verb stands in the present, or under a
// modal, or it says what is likely or ought to be. Only in documents that name an author or speak as one, and never
// where somebody else's claim fills the sentence. `cued[i]`: sentence i holds somebody's claim.
void add_own_claims(const ClaimConfig& config, Analysis& analysis, Holders& holders, const std::vector<bool>& cued);

}  // namespace entente::extract::claims
