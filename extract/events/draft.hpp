// An event while it is put together: what its trigger says, then who takes part, then what governs it.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extract/events/arguments.hpp"
#include "extract/events/participants.hpp"
#include "extract/spelled.hpp"

namespace entente::extract {

inline constexpr std::uint32_t kNoToken = UINT32_MAX;

struct Draft {
  std::string type;
  std::string mode;
  std::string_view prepositions;      // "on,against"
  bool reciprocal = false;
  bool noun = false;
  std::uint32_t verb = kNoToken;         // governs the arguments
  std::uint32_t noun_token = kNoToken;
  std::uint32_t first = 0;            // trigger tokens
  std::uint32_t last = 0;
  std::vector<std::uint32_t> actors;  // heads of phrases
  std::vector<std::uint32_t> recipients;
  std::vector<std::uint32_t> objects;  // what it is done to or with
  Factuality factuality = Factuality::Certain;
  Polarity polarity = Polarity::Positive;
};

// What the parts of the stage share for one document.
struct EventTools {
  const Lexical& lexical;
  Analysis& analysis;
  const Arguments& arguments;
  Participants& participants;
  std::vector<std::uint8_t>& used;   // by token: 1 if an event has it for its trigger
};

inline bool inside(const Draft& draft, std::uint32_t token) { return token >= draft.first && token < draft.last; }

inline bool locative(std::string_view preposition) { return one_of(preposition, {"in", "at", "near", "outside"}); }

}  // namespace entente::extract
