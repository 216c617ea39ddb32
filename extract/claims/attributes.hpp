// Kind, modality, polarity and stance of a claim, read off its words.
#pragma once

#include "extract/claims/operators.hpp"

namespace entente::extract::claims {

// Direct: all content is quoted; Mixed: some is; Indirect: none.
ClaimKind kind_of(const Analysis& analysis, const std::vector<Range>& content);
// Of the main clause of the content.
Modality modality_of(const SentenceView& s, Range content);
Polarity polarity_of(const SentenceView& s, Range content);
// True if the holder is said not to hold it: "does not believe that", "nobody thinks", "neither X nor Y says".
bool is_denied(const SentenceView& s, const Frame& frame);
// "rightly notes", "falsely claims": adverbs in and around the cue.
Stance stance_of(const SentenceView& s, const Frame& frame);

}  // namespace entente::extract::claims
