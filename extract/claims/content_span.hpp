// From the tokens that a cue's operator found to the bytes that are the claim's content.
#pragma once

#include "extract/claims/sentence_view.hpp"

namespace entente::extract::claims {

// A quotation that runs over several sentences is drawn out to its whole length. Not one in which the cue itself stands:
// what it says is a part of it.
Range whole_quotation(const SentenceView& view, Range range, Token cue);

// Without quotation marks around the whole, white space, and a leading "that".
Span content_span(const Analysis& analysis, const ClaimWords& words, Range range);

}  // namespace entente::extract::claims
