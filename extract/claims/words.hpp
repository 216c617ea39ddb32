// The closed-class words that claim operators ask about, as symbols.
#pragma once

#include <string_view>
#include <vector>

#include "extract/vocabulary/lexicons.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract::claims {

// A small set of symbols.
class SymbolSet {
 public:
  void add(Symbol symbol);
  bool has(Symbol symbol) const { return symbol < bits_.size() && bits_[symbol]; }

 private:
  std::vector<bool> bits_;
};

struct ClaimWords {
  Symbol comma = 0, colon = 0, semicolon = 0, that = 0, by = 0, of = 0, and_ = 0, according = 0, it = 0, need = 0, have = 0, as = 0, not_ = 0, only = 0, a = 0, an = 0, who = 0, whom = 0, whose = 0;
  Symbol open_bracket = 0, close_bracket = 0;
  SymbolSet including;         // including, like: before an example of a group
  SymbolSet complementizers;   // that, whether, how, why, what, if ...
  SymbolSet relatives;         // who, which, that
  SymbolSet indefinite;        // nobody, some, many, those ...: heads of phrases that name nobody
  SymbolSet locatives;         // in, at, near ...: before the place of somebody
  SymbolSet many;              // they, those, both ...: more than one
  SymbolSet first_persons;     // I, we
  SymbolSet conjunctions;      // and, but, or, yet, so
  SymbolSet joining;           // and, or, nor: between those who hold a claim together
  SymbolSet subordinators;     // while, because, although, after, when ...
  SymbolSet pronouns;          // he, she, they, it, we, I ...
  SymbolSet guided;            // hope, belief, assumption ...: "in the hope that" goes with the clause it stands in
  SymbolSet guiding;           // in, on, under ...: before such a noun
  SymbolSet judging;           // lexicon claim-judge, and make, hear, share: "a claim that X disputes"
  SymbolSet steering;          // allow, force, lead ...: verbs that make their object do what an infinitive says
  SymbolSet animate;           // lexicons claim-holders, person-nouns and group-nouns: those who can think
  SymbolSet settings;          // prepositions of when: during, throughout
  SymbolSet occasions;         // rally, interview, Twitter ...: where something is said
  SymbolSet dashes;            // as words of their own
  SymbolSet shares;            // most, half, percent ...: before "of" and those who hold something
  SymbolSet times;             // heads of phrases that say when: Tuesday, week, night ...
  SymbolSet connectives;       // however, therefore, thus ... at the start of a clause
  SymbolSet endorsing;         // rightly, correctly ...
  SymbolSet rejecting;         // wrongly, falsely ...
  SymbolSet demonstratives;    // this, these, such, neither ...: before a noun that takes up what was said
  SymbolSet views;             // lexicon claim-views: view, claim ...: what was said before, taken up by a noun
  SymbolSet confirming, denying;  // correct, true; wrong, false
  SymbolSet negations;         // not, n't, never, neither, no, nor
  SymbolSet modal_possible, modal_deontic, modal_future, modal_hypothetical, probable, possible;

  // Interns what is missing; call while the vocabulary is built.
  static ClaimWords make(Vocabulary& vocabulary);
  // Fills the sets that are lexicons; call once those are frozen.
  void take_lists(const Vocabulary& vocabulary, const Lexicons& lexicons);
};

}  // namespace entente::extract::claims
