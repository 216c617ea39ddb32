// Longest match from left to right over the trie of folded words.
#include <algorithm>

#include "extract/analysis.hpp"
#include "extract/gazetteer/fold.hpp"
#include "extract/gazetteer/gazetteer.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {
namespace {

constexpr std::size_t kMaxUnits = 16;

}  // namespace

// One pass over one text: first every unit is looked up once, then names are walked over the ids.
class MatchRun {
 public:
  // `words` and `known` may be empty; else there is a word for each token, and a row for each symbol.
  MatchRun(const Gazetteer& gazetteer, std::string_view text, const corpus::Segmentation& segmentation, std::span<const Word> words,
           std::span<const KnownWord> known)
      : gazetteer_(gazetteer), tokens_(segmentation.tokens) {
    units_.reserve(tokens_.size() + tokens_.size() / 8 + segmentation.sentences.size());
    for (const auto& sentence : segmentation.sentences) {
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        const bool has_row = t < words.size() && words[t].form != 0 && words[t].form < known.size();
        if (has_row && (words[t].shape & kPlain) != 0) {
          add_known(known[words[t].form], words[t].shape, t);
        } else if (has_row && is_mark(tokens_[t].span.of(text))) {
          add_mark(known[words[t].form], t);
        } else {
          look_up(tokens_[t].span.of(text), t);
        }
      }
      units_.push_back({sentence.last, 0, 0, 0, 0});  // no name crosses it
    }
  }

  void run(std::vector<KnownName>& out) const {
    for (std::size_t i = 0; i < units_.size();) {
      const std::size_t end = units_[i].child != 0 && starts_token(i) ? longest(i, units_.size(), false, out) : i;
      for (std::size_t j = i + 1; j < end;) {
        const std::size_t inner = units_[j].child != 0 && starts_token(j) ? longest(j, end, true, out) : j;
        j = std::max(inner, j + 1);
      }
      i = std::max(end, i + 1);
    }
  }

 private:
  struct KnownUnit {
    std::uint32_t token = 0;
    std::uint32_t word = 0;   // 0: in no name
    std::uint32_t child = 0;  // 0: starts no name
    std::uint8_t shape = 0;
    std::uint8_t size = 0;
  };

  // A word of letters is one unit, and folds as its lower-case spelling does.
  void add_known(const KnownWord& known, std::uint8_t word_shape, std::uint32_t index) {
    const auto shape = static_cast<std::uint8_t>(kUnitLetters | ((word_shape & kCapitalised) != 0 ? kUnitCapital : 0) |
                                                 ((word_shape & kAllCaps) != 0 ? kUnitAllCaps : 0));
    units_.push_back({index, known.word, known.child, shape, known.size});
  }

  // A mark of one ASCII character is its own spelling: one unit, or none.
  static bool is_mark(std::string_view token) {
    return token.size() == 1 && static_cast<unsigned char>(token[0]) < '0';
  }
  void add_mark(const KnownWord& known, std::uint32_t index) {
    if (known.size != 0) units_.push_back({index, known.word, known.child, 0, known.size});
  }

  void look_up(std::string_view token, std::uint32_t index) {
    buffer_.clear();
    parts_.clear();
    fold_units(token, buffer_, parts_);
    for (const Unit& part : parts_) {
      const std::string_view folded(buffer_.data() + part.text_begin, part.text_size);
      const auto* word = gazetteer_.find_word(folded);
      units_.push_back({index, word != nullptr ? word->word : 0, word != nullptr ? word->child : 0, part.shape,
                        static_cast<std::uint8_t>(std::min<std::size_t>(folded.size(), 255))});
    }
  }

  bool starts_token(std::size_t unit) const {
    return unit == 0 || units_[unit - 1].token != units_[unit].token || units_[unit - 1].size == 0;
  }
  bool ends_token(std::size_t unit) const {
    return unit + 1 == units_.size() || units_[unit + 1].token != units_[unit].token || units_[unit + 1].size == 0;
  }

  // Adds the longest name in [first, limit), and inside it the longest shorter one from the same place; gives
  // the unit after it, `first` if there is none.
  std::size_t longest(std::size_t first, std::size_t limit, bool nested, std::vector<KnownName>& out) const {
    KnownName here{units_[first].token, 0, units_[first].child, 0, 0, 0, false, nested};
    KnownName best;
    KnownName shorter;
    std::size_t end = first;
    for (std::size_t i = first; here.node != 0 && i - first < kMaxUnits; ++i) {
      add_shape(here, i - first, units_[i]);
      if (gazetteer_.meaning_count(here.node) > 0 && ends_token(i)) {
        here.last = units_[i].token + 1;
        here.hyphen_follows = hyphen_follows(i);
        if (any_fits(here)) {
          shorter = best;
          best = here;
          end = i + 1;
        }
      }
      if (i + 1 >= limit || units_[i + 1].word == 0 || far(i)) break;
      here.node = gazetteer_.find_edge(here.node, units_[i + 1].word);
    }
    if (best.node != 0) out.push_back(best);
    if (shorter.node != 0) {
      shorter.nested = true;
      out.push_back(shorter);
    }
    return end;
  }

  static void add_shape(KnownName& name, std::size_t at, const KnownUnit& unit) {
    const auto bit = static_cast<std::uint16_t>(1U << at);
    if ((unit.shape & kUnitCapital) != 0) name.capitals |= bit;
    if ((unit.shape & kUnitAllCaps) != 0) name.all_caps |= bit;
    if (unit.size >= 4) name.long_units |= bit;
  }

  bool any_fits(const KnownName& name) const {
    for (std::size_t i = 0; i < gazetteer_.meaning_count(name.node); ++i) {
      if (gazetteer_.fits(name, i)) return true;
    }
    return false;
  }

  // Tokens without a unit (hyphens, apostrophes) may stand inside a name, but only one in a row.
  bool far(std::size_t unit) const { return units_[unit + 1].token - units_[unit].token > 2; }

  bool hyphen_follows(std::size_t unit) const {
    const std::uint32_t token = units_[unit].token;
    if (token + 1 >= tokens_.size() || tokens_[token + 1].space_before) return false;
    return unit + 1 == units_.size() || units_[unit + 1].token != token + 1;
  }

  const Gazetteer& gazetteer_;
  std::span<const corpus::Token> tokens_;
  std::vector<KnownUnit> units_;
  std::string buffer_;
  std::vector<Unit> parts_;
};

bool Gazetteer::fits(const KnownName& found, std::size_t i) const {
  const auto& name = names_[nodes_[found.node].first_name + i];
  if (static_cast<NameKind>(name.kind) == NameKind::Title) return false;
  if ((name.flags & kCombining) != 0 && !found.hyphen_follows) return false;
  if ((name.capitals & ~found.capitals) != 0) return false;
  const int missing = name.all_caps & ~found.all_caps;
  if (missing != 0 && ((name.flags & kStrictCase) != 0 || (missing & ~found.long_units) != 0)) return false;
  // "US" in a text must not be the pronoun in capitals, nor "us" an acronym written small.
  return (name.flags & kStrictCase) == 0 || (found.all_caps & ~name.all_caps & found.long_units) == 0;
}

void Gazetteer::match(std::string_view text, const corpus::Segmentation& segmentation, std::vector<KnownName>& out) const {
  if (entries_.size() > 1) MatchRun(*this, text, segmentation, {}, {}).run(out);
}

void Gazetteer::match(const Analysis& analysis, std::span<const KnownWord> known, std::vector<KnownName>& out) const {
  if (entries_.size() > 1) MatchRun(*this, analysis.text(), analysis.segmentation, analysis.words, known).run(out);
}

std::vector<KnownWord> Gazetteer::words_of(const Vocabulary& vocabulary) const {
  std::vector<KnownWord> rows(vocabulary.size());
  std::string buffer;
  std::vector<Unit> parts;
  for (Symbol symbol = 1; symbol < rows.size(); ++symbol) {
    buffer.clear();
    parts.clear();
    fold_units(vocabulary.text(symbol), buffer, parts);
    if (parts.size() != 1) continue;
    const auto* word = find_word(buffer);
    rows[symbol].size = static_cast<std::uint8_t>(std::min<std::size_t>(buffer.size(), 255));
    if (word == nullptr) continue;
    rows[symbol].word = word->word;
    rows[symbol].child = word->child;
  }
  return rows;
}

}  // namespace entente::extract
