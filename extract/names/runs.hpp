// Stretches of capitalised words and the small words that join them: the raw matter of names.
#pragma once

#include "extract/names/known.hpp"
#include "extract/names/tokens.hpp"

namespace entente::extract {

struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t size() const { return last - first; }
  bool empty() const { return first >= last; }
};

// Grows a run from left to right. What joins: hyphens without spaces, particles ("van der"), "&", possessives of
// groups ("Workers' Party"), and prepositions and "and" where the words to their left call for them ("Ministry
// of", "Council on", "Centre for A and B").
class RunGrower {
 public:
  RunGrower(const NameTokens& tokens, const KnownMentions& known) : tokens_(tokens), known_(known) {}

  // The run that begins at `first` (a name-like token), inside [first, limit).
  TokenRange grow(std::uint32_t first, std::uint32_t limit) const;

 private:
  std::uint32_t step(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const;
  std::uint32_t over_hyphen(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const;
  std::uint32_t over_particles(std::uint32_t end, std::uint32_t limit) const;
  std::uint32_t over_word(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const;
  bool continues(std::uint32_t t, std::uint32_t limit) const;
  std::uint32_t after_the(std::uint32_t t, std::uint32_t limit) const;
  bool takes_of(std::uint32_t first, std::uint32_t end) const;
  bool joins_and(std::uint32_t first, std::uint32_t end, std::uint32_t limit) const;
  bool has_preposition(std::uint32_t first, std::uint32_t end) const;

  const NameTokens& tokens_;
  const KnownMentions& known_;
};

}  // namespace entente::extract
