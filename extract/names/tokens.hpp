// What the finding of names looks at: each token's class and writing, one array for the document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/names/lexicon.hpp"

namespace entente::extract {

enum TokenBit : std::uint16_t {
  kBitCapital = 1,        // starts with an upper-case letter
  kBitAllCaps = 2,        // two letters or more, no lower case
  kBitInitial = 4,        // one upper-case letter, with or without a full stop
  kBitYear = 8,           // 1000 to 2100
  kBitNumber = 16,        // digits
  kBitSentenceStart = 32, // its capital may be due to the sentence alone
  kBitHyphen = 64,        // a hyphen or dash
  kBitPossessive = 128,   // 's
  kBitLower = 256,        // starts with a lower-case letter
  kBitRoman = 512,        // II, XVI
  kBitLoose = 1024,       // in a line whose words all start with capitals: a capital says nothing
};

struct NameToken {
  std::uint64_t classes = 0;
  std::uint64_t hash = 0;  // of the folded spelling
  std::uint16_t bits = 0;
};

class NameTokens {
 public:
  NameTokens(const NameLexicon& lexicon, const Analysis& analysis);

  const NameToken& operator[](std::uint32_t t) const { return tokens_[t]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  bool is(std::uint32_t t, std::uint64_t classes) const { return (tokens_[t].classes & classes) != 0; }
  bool has(std::uint32_t t, std::uint16_t bits) const { return (tokens_[t].bits & bits) != 0; }
  // The token as the text has it.
  std::string_view form(std::uint32_t t) const { return analysis_.form(t); }
  bool space_before(std::uint32_t t) const { return analysis_.segmentation.tokens[t].space_before; }
  Upos tag(std::uint32_t t) const { return t < analysis_.words.size() ? analysis_.words[t].upos : Upos::None; }
  // True if the word stands somewhere in the document with a capital that its sentence did not force.
  bool capital_elsewhere(std::uint32_t t) const { return capitals_.count(tokens_[t].hash) != 0; }
  // The capital of this token speaks for a name.
  bool name_like(std::uint32_t t) const;

 private:
  void mark_loose_lines();

  const Analysis& analysis_;
  std::vector<NameToken> tokens_;
  std::unordered_set<std::uint64_t> capitals_;  // never iterated
};

}  // namespace entente::extract
