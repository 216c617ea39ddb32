// A greedy perceptron tagger over Universal POS tags with verb forms told apart.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "extract/analysis.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {

// Universal tags, VERB as VB (base, present), VBZ, VBD, VBN, VBG.
enum class FineTag : std::uint8_t { Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym,
                                    Vb, Vbz, Vbd, Vbn, Vbg, X, Start };

class ShallowTagger {
 public:
  // Parses shallow.tsv (scripts/train-shallow-tagger.py writes it), interning its words and lemmas; call first, before
  // lexicons and rules. ShallowModel if the table is broken.
  static Result<ShallowTagger> load(std::string_view table, Vocabulary& vocabulary);

  // Tags words[first, last), one sentence whose form and shape are filled; `lower(i)` gives the lower-cased spelling of
  // a word that the vocabulary does not know.
  template <typename Lower>
  void tag(Word* words, std::uint32_t count, const Lower& lower, std::vector<FineTag>& out) const;

 private:
  static constexpr std::size_t kTags = 21;
  static constexpr std::size_t kContexts = 22;             // tags and Start
  using Row = std::array<std::int16_t, 24>;                // weights by tag; a sum of all that apply fits too
  struct Form {               // by symbol
    std::uint32_t w0 = 0, p1 = 0, n1 = 0, wt = 0, wc = 0;  // rows; 0 is the empty row; wt and wc are the first of 22
    std::uint32_t s2 = 0, s3 = 0;                          // of its suffixes, if the word is rare
  };
  struct Known {              // by symbol: all that is asked of most words, kept together
    std::uint32_t mask = 0;   // tags seen, if the word is frequent
    std::uint8_t best = 255;  // its commonest tag
    std::uint8_t count = 0;   // up to 10
  };
  struct Context {
    FineTag t1, t2;
    std::uint8_t c1, c2;
    std::uint8_t shape;
  };

  const Form& form(Symbol symbol) const { return symbol < forms_.size() ? forms_[symbol] : forms_[0]; }
  const Known& known(Symbol symbol) const { return symbol < known_.size() ? known_[symbol] : known_[0]; }
  std::uint8_t guess(const Word& word, std::string_view lower) const;
  FineTag best(const Known& known, const Form& now, const Form& before, const Form& after, const Context& context, std::string_view lower) const;
  // Weights as the table has them, before they are added up into `near_` and `outline_`.
  struct Families {
    std::array<Row, kContexts> t1{}, c1{};
    std::array<Row, kContexts * kContexts> tc{};
    std::array<Row, 64> shape{};
  };
  Row& row_at(std::uint32_t& index);
  Row& row_of(std::string_view family, std::string_view key, const Vocabulary& vocabulary, Families& families);
  void add_weights(std::string_view family, std::string_view key, std::string_view cells, Vocabulary& vocabulary, Families& families);
  void add_form(const std::vector<std::string_view>& fields, Vocabulary& vocabulary);
  std::uint32_t& suffix(std::uint32_t key);
  std::uint32_t suffix_row(std::string_view lower, std::size_t size) const;
  static void add_row(Row& sum, const Row& row);
  void combine(const Families& families, const Vocabulary& vocabulary);
  bool sums_fit() const;

  std::vector<Form> forms_{1};
  std::vector<Known> known_{1};                            // as many as forms_
  std::vector<Row> rows_{1};
  std::array<Row, kContexts * kContexts> tt_{}, cc_{};
  std::array<Row, kContexts * kContexts> near_{};          // t1, c1 and tc together, by the tag before and the one after
  std::array<Row, 64 * kContexts> outline_{};              // sh and st together, by shape and the tag before
  struct Suffix {
    std::uint32_t key = 0;                                 // up to three bytes packed; 0: free
    std::uint32_t row = 0;
  };
  std::vector<Suffix> suffixes_ = std::vector<Suffix>(1U << 13);  // open addressing, at most half full
  std::size_t suffix_count_ = 0;
};

}  // namespace entente::extract

#include "extract/shallow/tagger_inline.hpp"
