// Contents that are no clause beside their cue: objects, infinitives, predicates, and what stands around "according to X".
#pragma once

#include <vector>

#include "extract/claims/operators.hpp"

namespace entente::extract::claims {

// An adverb that is no conjunction and belongs to no number.
bool is_adverb(const SentenceView& s, Token t);

// The object right at `t`: "called for higher wages".
std::vector<Range> phrase(const SentenceView& s, Token t, Token high);
// "praised X for her 'open mind' in saying that": to the gerund that begins what X did; only the quoted words where a
// determiner is all that stands before them.
std::vector<Range> reason(const SentenceView& s, Token t, Token high);
// "to help" at `t`, and "X to help".
std::vector<Range> infinitive(const SentenceView& s, Token t, Token high);
std::vector<Range> object_infinitive(const SentenceView& s, Token t, Token high);
// "According to X, A", "A, according to X", "A, according to X, B".
std::vector<Range> around(const SentenceView& s, const Frame& frame, Token low, Token high);
// "is convinced that A", "is aware of A", "is ready to A".
std::vector<Range> after_adjective(const SentenceView& s, Token t, Token high);
// "It is said that A"; "X is said to A": the subject belongs to what is said.
std::vector<Range> passive(const SentenceView& s, const Frame& frame, Token low, Token high);
// "The plan seems good", "X is seen as a danger": the subject with all that is said of it.
std::vector<Range> predicate(const SentenceView& s, const Frame& frame, Token low, Token high);
// "the claim that A", but not "a claim that X disputes", where the claim is what is disputed.
std::vector<Range> of_noun(const SentenceView& s, Token right, Token high);
// "'A.' - Kern": the quotation that closes right before `t`.
std::vector<Range> quotation_before(const SentenceView& s, Token t);

}  // namespace entente::extract::claims
