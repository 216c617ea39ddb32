// The author's own claims: what a commentary argues without naming a source.
#pragma once

#include <vector>

#include "extract/claims/claims.hpp"
#include "extract/claims/holders.hpp"

namespace entente::extract::claims {

// A sentence is the author's claim if it argues rather than reports: its main verb stands in the present, or under a
// modal, or it says what is likely or ought to be. Only in documents that argue in most
// sentences, and never where the main verb is the cue of somebody else's claim.
void add_own_claims(const ClaimConfig& config, Analysis& analysis, Holders& holders);

}  // namespace entente::extract::claims
