// Word lists that rules refer to by name: extract/lexicon/NAME.txt.
//
// One item a line; `#` starts a comment; after the item, tab-separated `key=value` attributes. A first line
// `#! verbs` or `#! nouns` says that items are lemmas of verbs or nouns and stand for all their forms (in an item of
// several words the first word of verbs and the last word of nouns is inflected).
#pragma once

#include <bitset>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {

using LexiconId = std::uint8_t;
inline constexpr std::size_t kMaxLexicons = 256;
using LexiconSet = std::bitset<kMaxLexicons>;

enum class LexiconKind : std::uint8_t { Words, Verbs, Nouns };

struct LexiconItem {
  std::string text;                                             // as the file has it
  std::vector<Symbol> words;                                    // lemma symbols for the inflected word
  std::vector<std::pair<std::string, std::string>> attributes;
  LexiconId lexicon = 0;

  // Empty if the item has no such attribute.
  std::string_view attribute(std::string_view key) const;
};

class Lexicons {
 public:
  // Reads every *.txt of the folder in the order of names. Faults (unreadable file, empty item, attribute without =,
  // item twice) are diagnostics RU010 to RU013 with file and line.
  void load(const std::filesystem::path& folder, Vocabulary& vocabulary, Diagnostics& diagnostics);
  // One list from memory, for tests and other stages.
  void add(std::string_view name, std::string_view text, const std::string& file, Vocabulary& vocabulary,
           Diagnostics& diagnostics);
  // Fixes WordInfo::lexicons; call after the last list.
  void freeze(Vocabulary& vocabulary);

  std::optional<LexiconId> find(std::string_view name) const;
  const std::string& name(LexiconId id) const { return names_[id]; }
  LexiconKind kind(LexiconId id) const { return kinds_[id]; }
  std::size_t size() const { return names_.size(); }
  const LexiconItem& item(std::uint32_t index) const { return items_[index]; }

  // Lists that hold the single word / in which some longer item begins with it.
  const LexiconSet& members(const WordInfo& info) const { return sets_[info.lexicons].first; }
  const LexiconSet& starters(const WordInfo& info) const { return sets_[info.lexicons].second; }
  std::size_t set_count() const { return sets_.size(); }
  const std::pair<LexiconSet, LexiconSet>& set(std::size_t index) const { return sets_[index]; }

  // True if `word` is a single-word item of the list, its part of speech fitting the list's kind.
  bool contains(LexiconId id, const Vocabulary& vocabulary, const Word& word) const;
  struct Found {
    std::uint32_t item = UINT32_MAX;
    std::uint32_t words = 0;
  };
  // The longest item at words[at..end), or words = 0.
  Found longest(LexiconId id, const Vocabulary& vocabulary, const std::vector<Word>& words, std::uint32_t at,
                std::uint32_t end) const;

 private:
  void add_item(LexiconId id, std::string_view line, Place place, Vocabulary& vocabulary, Diagnostics& diagnostics);
  void index(const LexiconItem& item, Vocabulary& vocabulary);
  void order_by_first(std::size_t symbols);

  std::vector<std::string> names_;
  std::vector<LexiconKind> kinds_;
  std::vector<LexiconItem> items_;
  // Items by their first word: for each symbol those of one list together, longest first. Fixed by freeze.
  std::vector<std::uint32_t> first_begin_;
  std::vector<std::uint32_t> first_items_;
  std::vector<std::pair<LexiconSet, LexiconSet>> building_;                // by symbol, until freeze
  std::vector<std::pair<LexiconSet, LexiconSet>> sets_{1};
};

}  // namespace entente::extract
