// Where the source and the content of a claim stand, given its cue: the operators that claim rules name in `set`.
//
// A rule finds the cue; "source" and "content" name one of these operators:
//   source:  subject  whoever is the subject of the cue's verb, before it or (said Kim) after it
//            by       the agent of a passive cue
//            after    the noun phrase after the cue ("according to X")
//            of       the possessor or "of"-phrase of a noun cue ("X's claim that", "the view of X that")
//            before   what stands before the cue ("X: ...", "in X's view")
//            within   the agent inside a noun cue ("the view of X is")
//            none     nobody
//   content: clause   a clause or quotation after the cue, or before it where the cue closes it
//            that      a clause after the cue only if a conjunction or a quotation marks it
//            phrase    the object of the cue
//            reason    the same, up to "in saying that ..."
//            to        an infinitive after the cue
//            object-clause  the same as clause, after an addressee ("told reporters that")
//            object-to      addressee and infinitive ("urged Kyiv to talk")
//            as         the object with its "as"-phrase
//            adjective  "that"-clause, prepositional object or infinitive of an adjective
//            passive    the subject of a passive report with its infinitive, or its "that"-clause
//            predicate  the subject and all that is said of it ("seems to", "is described as")
//            question   a clause after the cue that ends where a main clause begins ("asked why A, X smiled")
//            noun-that  the "that"-clause of a noun
//            relative   the clause behind "in which", "that"
//            around     the clause around or beside the cue ("according to X")
//            antecedent  the noun before a relative pronoun whose verb the cue is ("the plan, which X opposes")
//            antecedent-as  the same with the "as"-phrase behind the cue ("a pact that X described as historic")
//            quotation  the quotation that closes right before the cue, be it in the sentence before
//            rest       all after the cue to the end of the sentence
//            turn       the same, and the sentences of its paragraph up to the next speaker, where several speak in turn
#pragma once

#include <optional>
#include <vector>

#include "extract/claims/sentence_view.hpp"

namespace entente::extract::claims {

// The cue as tokens, with the parts found for it.
struct Frame {
  Range cue;
  Range source;                 // empty: nobody is named
  std::vector<Range> content;   // in text order; empty: no claim after all
  Range target;                 // whom a verdict is about: "praised X for"
  std::uint32_t reporter = UINT32_MAX;  // the cue of the sentence whose holder reports this claim
  bool source_after = false;    // an inverted subject: "said Kim"
  bool passive = false;
};

// Grows a noun phrase around `head` to its whole extent: possessors, "of" and other prepositions, coordinated
// phrases, appositions between commas. Never past [low, high).
Range whole_phrase(const SentenceView& s, const Chunk& head, Token low, Token high);

// The operator named by a rule; an unknown name gives the default (subject, clause).
Range find_source(const SentenceView& s, const Frame& frame, std::string_view op, Token low);
std::vector<Range> find_content(const SentenceView& s, Frame& frame, std::string_view op, Token low, Token high);
std::vector<Range> antecedent_content(const SentenceView& s, const Frame& frame, Token low);  // "antecedent"

// A noun phrase right at `t`, and its finite verb right behind it (prepositional phrases aside), before a comma.
bool starts_main_clause(const SentenceView& s, Token t, Token high);

// The end of the clause that begins at `from`: before a further claim, a semicolon, or the end of the sentence.
Token clause_end(const SentenceView& s, Token from, Token high);
// Before the next comma, conjunction with a verb, or subordinate clause.
Token phrase_end(const SentenceView& s, Token from, Token high);

}  // namespace entente::extract::claims
