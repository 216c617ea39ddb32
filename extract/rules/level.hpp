// Which rules may match around a word.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/rules/rule.hpp"
#include "extract/rules/scene.hpp"

namespace entente::extract::rules {

// One pattern of one rule of the level.
struct Entry {
  const Rule* rule = nullptr;
  std::uint32_t pattern = 0;
};

// Where to try an entry when its anchor stands at a token: `most` to `least` tokens before it.
struct Hook {
  std::uint32_t entry = 0;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};

struct Level {
  int priority = 0;
  std::vector<Entry> entries;
  std::vector<std::vector<Hook>> by_form;       // by symbol; short if no rule needs high ones
  std::vector<std::vector<Hook>> by_lemma;
  std::vector<std::vector<Hook>> by_lexicons;   // by WordInfo::lexicons
  std::array<std::vector<Hook>, 64> by_type;    // of mentions
  std::array<std::vector<Hook>, 2> by_chunk;
  std::array<std::vector<Hook>, 18> by_pos;
  std::vector<std::vector<Hook>> by_label;
  std::vector<Hook> everywhere;

  void add(const Rule& rule, std::uint32_t pattern, const Lexicons& lexicons);
};

}  // namespace entente::extract::rules
