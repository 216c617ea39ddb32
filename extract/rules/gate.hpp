// What must stand at the first token of a match: tested before the machine is started.
#pragma once

#include <cstdint>

#include "extract/rules/pattern.hpp"

namespace entente::extract::rules {

// What begins at a token, one bit each: the first eighteen are its part of speech.
enum BeginBit : std::uint32_t { kBeginsNoun = 1U << 18, kBeginsVerb = 1U << 19, kBeginsMark = 1U << 20 };

// An alternative is open if any of its masks meets the token's; a gate never refuses a token from which the pattern
// matches, but may let one pass from which it does not. Forms and lemmas are told by their last six bits.
struct Gate {
  bool any = false;             // nothing can be asked
  std::uint64_t types = 0;      // types of mentions that begin there
  std::uint64_t forms = 0;
  std::uint64_t lemmas = 0;
  std::uint32_t begins = 0;     // BeginBit

  void join(const Gate& other) {
    any = any || other.any;
    types |= other.types;
    forms |= other.forms;
    lemmas |= other.lemmas;
    begins |= other.begins;
  }
};

Gate gate_of(const Node& root);

}  // namespace entente::extract::rules
