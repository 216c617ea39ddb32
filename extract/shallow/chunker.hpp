// Base noun phrases and verb groups from tags: linear, no model.
#pragma once

#include "extract/analysis.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {

// Words of the closed classes that chunking and attachment ask for by name.
struct FunctionWords {
  Symbol be = 0, have = 0, get = 0, go = 0, to = 0, possessive = 0, apostrophe = 0, by = 0, of = 0, comma = 0, semicolon = 0, colon = 0;
  Symbol that = 0, who = 0, which = 0, whom = 0, whose = 0, with = 0, hyphen = 0, going = 0, between = 0;
  std::vector<Symbol> negations;    // not, n't, never
  std::vector<Symbol> futures;      // will, 'll, shall, wo
  std::vector<Symbol> modals;       // can, could, may, might, must, would, should, ought, ca
  std::vector<Symbol> possessives;  // my, your, his, her, its, our, their, whose
  std::vector<Symbol> times;        // heads of adverbial noun phrases: monday, week, year ...
  std::vector<Symbol> nominals;     // nouns that take an infinitive: plan, decision, offer ...

  void intern(Vocabulary& vocabulary);
  static bool any(const std::vector<Symbol>& list, Symbol symbol) {
    for (const Symbol one : list)
      if (one == symbol && symbol != 0) return true;
    return false;
  }
};

// Fills Analysis::chunks and Word::chunk. A named mention is never cut: run after names are found.
// Also corrects participles and pasts that the tagger confused where the neighbours leave no doubt.
void chunk(const FunctionWords& function_words, const Vocabulary& vocabulary, Analysis& analysis);

}  // namespace entente::extract
