// What the author thinks of a claim just reported: "This view is wrong", "Neither assumption is correct".
#pragma once

#include "extract/analysis.hpp"
#include "extract/claims/words.hpp"

namespace entente::extract::claims {

// Sets reporter_stance of the claims of others in the nearest sentence before, at most two back.
void weigh_claims(const ClaimWords& words, Analysis& analysis);

}  // namespace entente::extract::claims
