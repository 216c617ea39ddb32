// Which patterns may match around a word: the rules that are tried in one pass, found by what they need.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "extract/rules/rule.hpp"

namespace entente::extract::rules {

// What a sentence holds of what patterns need: a bit for each set of words, and the types of its mentions.
struct Supply {
  std::array<std::uint64_t, 4> words{};
  std::uint64_t types = 0;

  void add(std::uint32_t need) { words[need >> 6] |= std::uint64_t{1} << (need & 63U); }
};
inline constexpr std::uint32_t kMaxNeeds = 256;   // sets of words; further ones are not asked for

// One pattern of one rule.
struct Entry {
  const Rule* rule = nullptr;
  std::uint32_t pattern = 0;
  std::uint32_t level = 0;            // its priority's place among those of the pass
  Gate gate;
  Supply words;                       // that a sentence must have (`types` unused)
  std::vector<std::uint64_t> types;   // masks; a sentence must have one type of each

  // False if no match can stand in the sentence.
  bool served(const Supply& sentence) const {
    for (std::size_t i = 0; i < words.words.size(); ++i)
      if ((words.words[i] & ~sentence.words[i]) != 0) return false;
    for (const auto mask : types)
      if ((mask & sentence.types) == 0) return false;
    return true;
  }
};

// Where to try an entry when its anchor stands at a token: `most` to `least` tokens before it, or before the begin of
// the chunk whose head it is.
struct Hook {
  std::uint32_t entry = 0;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  bool of_chunk = false;
};

// A set of small numbers. Nearly every word of a text is in none: the bits stay in the nearest cache.
class Bits {
 public:
  void add(std::uint32_t key) {
    if (key >> 6 >= words_.size()) words_.resize((key >> 6) + 1);
    words_[key >> 6] |= std::uint64_t{1} << (key & 63U);
  }
  bool has(std::uint32_t key) const { return key >> 6 < words_.size() && (words_[key >> 6] >> (key & 63U) & 1U) != 0; }

 private:
  std::vector<std::uint64_t> words_;
};

// Rows (hooks, needs) by a small number (symbol, label), in one array.
template <typename Row>
class Table {
 public:
  void add(std::uint32_t key, Row row) { pairs_.emplace_back(key, row); }
  // After the last add; `matters` is told the keys that have rows.
  void build(Bits* matters = nullptr) {
    if (matters != nullptr)
      for (const auto& [key, row] : pairs_) matters->add(key);
    std::stable_sort(pairs_.begin(), pairs_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    first_.assign(pairs_.empty() ? 0 : pairs_.back().first + 2U, 0);
    for (const auto& [key, row] : pairs_) {
      ++first_[key + 1];
      rows_.push_back(row);
    }
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    pairs_ = {};
  }
  std::span<const Row> at(std::uint32_t key) const {
    if (key + 1U >= first_.size()) return {};
    return {rows_.data() + first_[key], first_[key + 1] - first_[key]};
  }

 private:
  std::vector<std::pair<std::uint32_t, Row>> pairs_;
  std::vector<std::uint32_t> first_;   // by key, one more than keys
  std::vector<Row> rows_;
};

struct RuleIndex {
  std::vector<Entry> entries;                   // by priority, then in the order of the book
  std::uint32_t levels = 0;                     // number of priorities
  Table<Hook> by_form;                          // of spellings, those in lexicons included
  Table<Hook> by_lemma;
  Table<Hook> by_label;
  Table<std::uint32_t> needs_by_form;           // which needs a word serves
  Table<std::uint32_t> needs_by_lemma;
  Bits form_matters, lemma_matters;             // those that have rows in any table of their kind
  std::array<std::vector<Hook>, 64> by_type;    // of mentions
  std::array<std::vector<Hook>, 2> by_chunk;
  std::array<std::vector<Hook>, 18> by_pos;
  std::vector<Hook> everywhere;
  std::uint64_t types = 0;                      // those for which by_type has hooks

  // `rules` by priority; const afterwards.
  static RuleIndex make(const std::vector<const Rule*>& rules, const Vocabulary& vocabulary, const Lexicons& lexicons);

 private:
  struct Need {
    Anchor::Kind kind;
    std::vector<std::uint32_t> values;
  };
  void add(const Rule& rule, std::uint32_t pattern, const Vocabulary& vocabulary, const Lexicons& lexicons);
  void add_needs(Entry& entry, const Vocabulary& vocabulary, const Lexicons& lexicons, std::vector<Need>& known);
};

}  // namespace entente::extract::rules
