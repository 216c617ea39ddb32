// What stands inside claims: other claims, relations, events; and who passes a claim on.
#pragma once

#include "extract/analysis.hpp"

namespace entente::extract::claims {

// Sets Claim::parent: the innermost other claim in whose content a claim's cue (or, without one, its content) stands.
void nest_claims(Extraction& result);

// Sets Claim::reported_by where no cue says it: a claim inside another is reported by the other's holder, every further
// one by the document's named authors. After nest_claims.
void pass_on(Extraction& result);

// Sets Claim::states and events, and makes relations Claimed that somebody else than the author states. Claims of others
// come before the author's own, so what they make a claim is known when those are looked at.
void link_findings(Extraction& result);

// Sets Claim::same_as: the same words by the same holders again, in a summary and in the body.
void link_repeated(std::string_view text, Extraction& result);

}  // namespace entente::extract::claims
