// What the finding of names looks at: each token's class and writing, one array for the document.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/gazetteer/fold.hpp"
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
  kBitComma = 2048,
  kBitIntroduces = 4096,  // a colon or an opening quotation mark: what follows may owe its capital to it
};

struct NameToken {
  std::uint64_t classes = 0;
  std::uint64_t hash = 0;  // of the folded spelling
  std::uint16_t bits = 0;
};

// Hashes of spellings: open addressing, at most half full.
class HashSet {
 public:
  void insert(std::uint64_t hash);
  bool has(std::uint64_t hash) const;

 private:
  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(64);  // 0: free
  std::size_t used_ = 0;
};

class NameTokens {
 public:
  // `known` holds what `lexicon` knows of the vocabulary with which Analysis::words were annotated; may be empty.
  NameTokens(const NameLexicon& lexicon, std::span<const NameWord> known, const Analysis& analysis);

  const NameToken& operator[](std::uint32_t t) const { return tokens_[t]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  bool is(std::uint32_t t, std::uint64_t classes) const { return (tokens_[t].classes & classes) != 0; }
  bool has(std::uint32_t t, std::uint16_t bits) const { return (tokens_[t].bits & bits) != 0; }
  // The token as the text has it.
  std::string_view form(std::uint32_t t) const { return analysis_.form(t); }
  bool space_before(std::uint32_t t) const { return analysis_.segmentation.tokens[t].space_before; }
  Upos tag(std::uint32_t t) const { return t < analysis_.words.size() ? analysis_.words[t].upos : Upos::None; }
  // True if the word stands somewhere in the document with a capital that its sentence did not force.
  bool capital_elsewhere(std::uint32_t t) const { return capitals_.has(tokens_[t].hash); }
  // The capital of this token speaks for a name.
  bool name_like(std::uint32_t t) const;
  bool stands_for_time(std::uint32_t t) const;

 private:
  NameToken look_up(const NameLexicon& lexicon, std::string_view form);
  void mark_loose_lines();
  void mark_beginnings();

  const Analysis& analysis_;
  std::vector<NameToken> tokens_;
  HashSet capitals_;
  std::string buffer_;
  std::vector<Unit> units_;
};

}  // namespace entente::extract
