// First persons: "I" and "we" are whoever speaks, which is known only when claims are nested in each other.
#pragma once

#include <vector>

#include "extract/claims/holders.hpp"

namespace entente::extract::claims {

// A claim whose source is a pronoun of the first person, without claimants yet.
struct FirstPerson {
  Id claim = kNoId;
  Token token = 0;        // the pronoun
  Range source;
  std::uint32_t sentence = 0;
};

// Gives each its claimants: inside a quotation those of the claim around it, or the last speaker shortly before; after
// the colon of a transcript, the one before the colon; elsewhere the document's authors. Needs Claim::parent; `found` in text order.
void settle_first_persons(const std::vector<FirstPerson>& found, const ClaimWords& words, Analysis& analysis, Holders& holders);

}  // namespace entente::extract::claims
