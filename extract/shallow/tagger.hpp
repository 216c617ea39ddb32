// A greedy perceptron tagger over Universal POS tags with verb forms told apart.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "extract/analysis.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {

// Universal tags, VERB as VB (base, present), VBZ, VBD, VBN, VBG; the possessive particle apart from "to" and "not".
enum class FineTag : std::uint8_t { Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym,
                                    Vb, Vbz, Vbd, Vbn, Vbg, X, Pos, Start };

constexpr std::uint32_t tag_bit(FineTag tag) { return 1U << static_cast<unsigned>(tag); }

class ShallowTagger {
  struct Form;

 public:
  // Parses shallow.tsv (scripts/train-shallow-tagger.py writes it), interning its words and lemmas; call first, before
  // lexicons and rules. ShallowModel if the table is broken.
  static Result<ShallowTagger> load(std::string_view table, Vocabulary& vocabulary);

  // The tags, and space that is used again for the next sentence.
  struct Work {
    std::vector<FineTag> tags;
    std::vector<const Form*> forms;
    std::vector<std::uint8_t> guesses;
  };
  // Tags one sentence: `words`, whose form and shape are filled, and their lower-cased spellings. Fills work.tags.
  void tag(std::span<const Word> words, std::span<const std::string_view> lower, Work& work) const;

 private:
  friend class ShallowTable;
  static constexpr std::size_t kTags = 22;
  static constexpr std::size_t kContexts = 23;             // tags and Start
  static constexpr std::uint32_t kAll = (1U << kTags) - 1;
  static constexpr std::uint32_t kOpen = kAll & ~(tag_bit(FineTag::Adp) | tag_bit(FineTag::Aux) | tag_bit(FineTag::Cconj) | tag_bit(FineTag::Det) | tag_bit(FineTag::Intj) |
                                                  tag_bit(FineTag::Part) | tag_bit(FineTag::Pron) | tag_bit(FineTag::Sconj) | tag_bit(FineTag::Pos));
  using Row = std::array<std::int16_t, 24>;                // weights by tag; a sum of all that apply fits too
  // What is known of a word, by symbol. Numbers are of rows; 0 is the first of three empty rows. A word's rows stand
  // together, because they are read one after the other while the tagger passes it.
  enum Part : std::uint32_t { kAsNext, kAsItself, kAsPrevious, kParts };
  struct Form {
    std::uint32_t rows = 0;     // of kParts
    std::uint32_t joint = 0;    // ambiguous words: kContexts by the tag before, then kContexts by the one after
    std::uint32_t s2 = 0, s3 = 0;                          // of its suffixes, if the word is rare
    std::uint32_t mask = 0;     // tags seen, if the word is frequent
    std::uint8_t best = 255;    // its commonest tag
    std::uint8_t count = 0;     // up to 10
  };
  // A word that training never saw, or mostly in a class that takes new words, is in none of those that take none.
  static bool open_class(const Form& form) { return form.count == 0 || (form.best < kTags && (kOpen >> form.best & 1U) != 0); }
  // A rare word that was a common noun wherever training saw it.
  static bool is_common(const Form& form) { return form.count > 1 && form.count < 10 && form.best == static_cast<std::uint8_t>(FineTag::Noun); }
  struct Context {
    FineTag t1, t2;             // of the words before, nearest first
    std::uint8_t c1, c2;        // commonest tags of the words after
    std::uint8_t shape;
  };

  const Form& form(Symbol symbol) const { return symbol < forms_.size() ? forms_[symbol] : forms_[0]; }
  void look_up(std::span<const Word> words, std::span<const std::string_view> lower, Work& work) const;
  FineTag best(const Form& now, const Form& before, const Form& after, const Context& context, std::string_view lower) const;
  std::uint32_t suffix_row(std::string_view lower, std::size_t size) const;
  // One row after the other, so that each is three additions of eight numbers.
  [[gnu::always_inline]] static void add_row(Row& sum, const Row& row) {
    for (std::size_t k = 0; k < sum.size(); ++k) sum[k] = static_cast<std::int16_t>(sum[k] + row[k]);
  }

  std::vector<Form> forms_{1};
  std::vector<Row> rows_{kParts};
  std::array<Row, kContexts * kContexts> tt_{}, cc_{};
  std::array<Row, kContexts * kContexts> near_{};          // t1, c1 and tc together, by the tag before and the one after
  std::array<Row, 64 * kContexts> outline_{};              // sh and st together, by shape and the tag before
  struct Suffix {
    std::uint32_t key = 0;                                 // up to three bytes packed; 0: free
    std::uint32_t row = 0;
  };
  static std::uint32_t pack(std::string_view bytes);
  std::size_t home(std::uint32_t key) const { return (key * 0x9E3779B1U) >> 8 & (suffixes_.size() - 1); }
  std::vector<Suffix> suffixes_ = std::vector<Suffix>(1U << 13);  // open addressing, at most half full
};

}  // namespace entente::extract
