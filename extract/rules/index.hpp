// Which patterns may match around a word: the rules that are tried in one pass, found by what they need.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "extract/rules/rule.hpp"

namespace entente::extract::rules {

// One pattern of one rule.
struct Entry {
  const Rule* rule = nullptr;
  std::uint32_t pattern = 0;
  std::uint32_t level = 0;     // its priority's place among those of the pass
  Gate gate;
};

// Where to try an entry when its anchor stands at a token: `most` to `least` tokens before it, or before the begin of
// the chunk whose head it is.
struct Hook {
  std::uint32_t entry = 0;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  bool of_chunk = false;
};

// Hooks by a small number (symbol, label), in one array.
class HookTable {
 public:
  void add(std::uint32_t key, Hook hook) { rows_.emplace_back(key, hook); }
  // After the last add.
  void build();
  std::span<const Hook> at(std::uint32_t key) const {
    // Nearly every word of a text has none: the bits stay in the nearest cache.
    if (key >> 6 >= some_.size() || (some_[key >> 6] >> (key & 63U) & 1U) == 0) return {};
    return {hooks_.data() + first_[key], first_[key + 1] - first_[key]};
  }

 private:
  std::vector<std::pair<std::uint32_t, Hook>> rows_;
  std::vector<std::uint64_t> some_;    // one bit a key
  std::vector<std::uint32_t> first_;   // by key, one more than keys
  std::vector<Hook> hooks_;
};

struct RuleIndex {
  std::vector<Entry> entries;                   // by priority, then in the order of the book
  std::uint32_t levels = 0;                     // number of priorities
  HookTable by_form;                            // of spellings, those in lexicons included
  HookTable by_lemma;
  HookTable by_label;
  std::array<std::vector<Hook>, 64> by_type;    // of mentions
  std::array<std::vector<Hook>, 2> by_chunk;
  std::array<std::vector<Hook>, 18> by_pos;
  std::vector<Hook> everywhere;
  std::uint64_t types = 0;                      // those for which by_type has hooks

  // `rules` by priority; const afterwards.
  static RuleIndex make(const std::vector<const Rule*>& rules, const Vocabulary& vocabulary, const Lexicons& lexicons);

 private:
  void add(const Rule& rule, std::uint32_t pattern, const Vocabulary& vocabulary, const Lexicons& lexicons);
};

}  // namespace entente::extract::rules
