// Base noun phrases and verb groups from tags: linear, no model.
#pragma once

#include "extract/analysis.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {

// A set of symbols as one bit each; 0 is in none.
class SymbolBits {
 public:
  void push_back(Symbol symbol) {
    if (symbol / 64 >= bits_.size()) bits_.resize(symbol / 64 + 1);
    if (symbol != 0) bits_[symbol / 64] |= std::uint64_t{1} << (symbol % 64);
  }
  bool has(Symbol symbol) const { return symbol / 64 < bits_.size() && (bits_[symbol / 64] >> (symbol % 64) & 1U) != 0; }

 private:
  std::vector<std::uint64_t> bits_;
};

// Words of the closed classes that chunking and attachment ask for by name.
struct FunctionWords {
  Symbol be = 0, have = 0, get = 0, go = 0, to = 0, possessive = 0, apostrophe = 0, by = 0, of = 0, comma = 0, semicolon = 0, colon = 0;
  Symbol that = 0, who = 0, which = 0, whom = 0, whose = 0, with = 0, hyphen = 0, going = 0, between = 0, according = 0, last = 0, next = 0;
  Symbol at = 0, least = 0, most = 0, than = 0, up = 0;
  SymbolBits negations;    // not, n't, never
  SymbolBits futures;      // will, 'll, shall, wo
  SymbolBits modals;       // can, could, may, might, must, would, should, ought, ca
  SymbolBits possessives;  // my, your, his, her, its, our, their, whose
  SymbolBits times;        // heads of adverbial noun phrases: monday, week, year ...
  SymbolBits clausal;      // verbs whose object is oftener a clause than a thing: say, believe, hope ...
  SymbolBits speech;       // say, tell
  SymbolBits relatives;    // who, which, that
  SymbolBits locatives;    // in, at, near ...: before the place of somebody, hardly before somebody
  SymbolBits comparatives; // more, less, fewer: before "than"
  SymbolBits days;         // monday ... tonight
  SymbolBits particles;    // out, up, away, back: behind a verb and before its object
  SymbolBits nominals;     // nouns that take an infinitive: plan, decision, offer ...

  void intern(Vocabulary& vocabulary);
  static bool any(const SymbolBits& list, Symbol symbol) { return list.has(symbol); }
};

// Fills Analysis::chunks and Word::chunk. A named mention is never cut: run after names are found.
// Also corrects participles and pasts that the tagger confused where the neighbours leave no doubt.
void chunk(const FunctionWords& function_words, const Vocabulary& vocabulary, Analysis& analysis);

}  // namespace entente::extract
