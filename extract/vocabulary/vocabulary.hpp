// Every word that rules, lexicons and the shallow tagger mention, as a number. One look-up per token.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.hpp"

namespace entente::extract {

// What is known of a spelling. Lemmas of 0 mean: the spelling itself.
struct WordInfo {
  Symbol noun_lemma = 0;
  Symbol verb_lemma = 0;
  Symbol other_lemma = 0;         // adjective or adverb
  std::uint8_t verb_forms = 0;    // bit per VerbForm that the inflector can give it
  std::uint16_t lexicons = 0;     // index of its set, see Lexicons::set

  bool inflects(VerbForm form) const { return (verb_forms >> static_cast<unsigned>(form) & 1U) != 0; }
};

// Built by one thread while configuration is loaded, const and shared afterwards.
class Vocabulary {
 public:
  Vocabulary();
  // The symbol of a lower-cased spelling (typographic apostrophes as '), added if new.
  Symbol intern(std::string_view lower);
  // 0 if nothing mentions it.
  Symbol find(std::string_view lower) const;
  // The same for many spellings, several times as fast: all look-ups wait for memory at the same time.
  void find_all(std::span<const std::string_view> lower, std::vector<Symbol>& out) const;
  std::string_view text(Symbol symbol) const { return texts_[symbol]; }
  const WordInfo& info(Symbol symbol) const { return infos_[symbol]; }
  WordInfo& info(Symbol symbol) { return infos_[symbol]; }
  std::size_t size() const { return texts_.size(); }

  // Interns a verb, noun or other word by its lemma, with all its inflected forms pointing to it; the symbol of the
  // lemma. British and American spellings share one lemma (canonical_lemma).
  Symbol intern_verb(std::string_view lemma);
  Symbol intern_noun(std::string_view lemma);
  // Both of the above: what `~word` in a pattern needs.
  Symbol intern_lemma(std::string_view lemma);

 private:
  struct Key {
    std::uint64_t bytes = 0;  // all of a spelling of at most eight bytes, the hash of a longer one
    std::uint32_t size = 0;   // of the spelling
    std::uint32_t hash = 0;
  };
  struct Slot {
    std::uint64_t bytes = 0;
    std::uint32_t size = 0;
    Symbol symbol = 0;        // 0: free
  };
  static Key key_of(std::string_view spelling);
  Symbol find(const Key& key, std::string_view lower) const;
  void place(Symbol symbol);
  std::string_view keep(std::string_view spelling);

  std::vector<std::string_view> texts_;            // by symbol, into blocks_
  std::vector<WordInfo> infos_;
  std::vector<Slot> slots_;                        // open addressing, at most half full
  std::vector<std::unique_ptr<char[]>> blocks_;    // never moved, so views of spellings stay valid
  char* block_end_ = nullptr;                      // of the last block
  std::size_t room_ = 0;                           // bytes left in it
};

// Lower case as the vocabulary has it: Unicode simple case, typographic apostrophes and dashes as ASCII.
void append_lower(std::string_view form, std::string& out);

}  // namespace entente::extract
