// Noun phrases before a verb: where they begin, over what hangs on them to the left.
#pragma once

#include "extract/claims/sentence_view.hpp"

namespace entente::extract::claims {

bool adverb_or_particle(const SentenceView& s, Token t);
// A noun phrase that says when: "Tuesday", "earlier this week".
bool says_when(const SentenceView& s, const Chunk* np);
// The noun phrase, or the pronoun outside of one, that ends right before `t`, adverbials and brackets aside.
Range phrase_before(const SentenceView& s, Token t, Token low);
// Leftwards from `first` over "X's", "of X", "in X", coordinated phrases and the descriptions that a name stands behind.
Token extend_left(const SentenceView& s, Token first, Token low);
// Over ", including X": what the examples belong to stands before.
Token over_examples(const SentenceView& s, Token first, Token low);

}  // namespace entente::extract::claims
