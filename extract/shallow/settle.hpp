// Verbs that the tagger missed or took for another form, where the sentence around leaves no doubt. Words change, and the
// flags of chunks that stand already; used by chunk().
#pragma once

#include <cstddef>

#include "extract/analysis.hpp"
#include "extract/shallow/chunker.hpp"

namespace entente::extract {

// Before chunking:

// "Venezuela releases activists": where the tagger left a sentence without any verb, the first word after the start
// that inflects like a finite verb and is followed by more is one.
void find_headline_verb(const Vocabulary& vocabulary, Analysis& analysis, const corpus::Sentence& sentence);

// "Latvia fears Russia", "Addis Ababa insists that": what looks like a plural noun between two names, or between a name and
// a conjunction, is a verb if it also inflects like one. So is a singular behind several names or a plural: "experts doubt that".
void settle_between_names(const Vocabulary& vocabulary, Analysis& analysis, const corpus::Sentence& sentence);

// "the so-called West", "the US-led coalition": a participle that a hyphen ties to the word before it describes the noun
// behind it and is no verb of the sentence. Lemma and verb form stay for rules that ask.
void settle_compounds(const FunctionWords& f, Analysis& analysis, const corpus::Sentence& sentence);

// After chunking, for the chunks from `first_chunk` on, which are those of one sentence:

// "The miners called for higher wages": a participle is a finite past after all where its sentence (inside or outside
// of quotation marks, as it stands) has no other finite verb and it follows a noun phrase.
void settle_lone_participle(const Vocabulary& vocabulary, Analysis& analysis, std::size_t first_chunk);

// "Her predecessor, who leads the party, called for a vote and said": behind the comma that ends a relative clause, what
// could be a past is the verb of the sentence, unless another finite verb stands behind a comma of its own.
void settle_after_relative(const FunctionWords& f, const Vocabulary& vocabulary, Analysis& analysis, std::size_t first_chunk);

}  // namespace entente::extract
