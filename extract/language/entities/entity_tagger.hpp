// Finds names of persons, organisations and places in tagged words: a linear model over windows of words, decoded
// with Viterbi. Integer weights: the same names on every machine.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/annotation.hpp"
#include "extract/language/container.hpp"
#include "extract/language/entities/name_lists.hpp"
#include "extract/language/linear.hpp"
#include "extract/language/model.hpp"

namespace entente::language {

enum class NameType : std::uint8_t { Person, Organization, Location, Other };
std::string_view name_of(NameType type);  // PER, ORG, LOC, MISC

// Words [first, last) that name one thing. Spans are ascending and do not overlap.
struct NamedSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  NameType type = NameType::Other;
};

// Classes of the model: 0 outside; then for each type begin, inside, last, alone.
inline constexpr std::size_t kNameClasses = 1 + 4 * 4;
enum class NamePart : std::uint8_t { Begin, Inside, Last, Alone };
constexpr std::size_t name_class(NameType type, NamePart part) {
  return 1 + static_cast<std::size_t>(type) * 4 + static_cast<std::size_t>(part);
}
inline constexpr std::size_t kModelClasses = kNameClasses + 1;  // the last one is no class: training leaves there what it takes away
// The feature that class `from` stands before a word.
std::uint64_t transition_feature(std::size_t from);
// Whether class `b` may follow `a`; 0 stands before the first word and behind the last one.
bool may_follow(std::size_t a, std::size_t b);
std::vector<std::uint8_t> classes_of(std::span<const NamedSpan> names, std::size_t words);
void spans_of(std::span<const std::uint8_t> classes, std::vector<NamedSpan>& out);

// The best lawful sequence of classes: `emission` has kNameClasses scores a word, `transition` one row a class.
template <typename Score>
std::vector<std::uint8_t> best_sequence(const std::vector<Score>& emission, const std::vector<Score>& transition);

// "B-PER", "I-PER" or nothing for each of `words` words.
std::vector<std::string> iob_tags(std::span<const NamedSpan> names, std::size_t words);

class EntityTagger {
 public:
  static constexpr std::size_t kMostFeatures = 64;

  // Reads the file extract/language/models/entities.model; views live as long as the tagger.
  static Result<EntityTagger> load(const std::filesystem::path& path);
  static Result<EntityTagger> read(Container container);

  // The names of one sentence; `tags` are its parts of speech, as Model::tag gives them. Names of other things
  // (works, events, languages) are told apart inside and not given out: their kinds need more than this model knows.
  void find(std::span<const std::string_view> forms, std::span<const Upos> tags, std::vector<NamedSpan>& out) const;
  const NameLists& lists() const { return lists_; }
  // The names of a document: sentence by sentence, then one decision per name where the document agrees.
  std::vector<NamedSpan> find(std::span<const std::string_view> forms, std::span<const Upos> tags,
                              std::span<const WordRange> sentences) const;

 private:
  Container container_;
  LinearModel model_;
  NameLists lists_;
  std::vector<std::int32_t> transitions_;  // from the row's class to the column's
};

// Hashes of what is seen at word `i`.
class EntityFeatures {
 public:
  EntityFeatures(std::span<const std::string_view> forms, std::span<const Upos> tags, const NameLists& lists);
  void at(std::size_t i, std::vector<std::uint64_t>& out) const;
  // Whether the lists know the word as the adjective of a place and not as a name.
  bool is_adjective(std::size_t i) const;
  std::size_t size() const { return words_.size(); }

 private:
  struct Word {
    WordFeatures spelling;
    std::uint32_t lists = 0;    // of the word itself, ListBit
    std::uint32_t phrases = 0;  // of known names that cover it: type << 1 | begins, one number
    std::uint8_t tag = 0;
    bool capital = false;
  };
  const Word& word(std::ptrdiff_t i) const;

  std::vector<Word> words_;
  Word edge_;
  std::uint64_t style_ = 0;  // all capitals, all lower case, title case, ordinary
};

template <typename Score>
std::vector<std::uint8_t> best_sequence(const std::vector<Score>& emission, const std::vector<Score>& transition) {
  const std::size_t words = emission.size() / kNameClasses;
  std::vector<std::uint8_t> back(emission.size());
  std::array<Score, kNameClasses> before{};
  constexpr Score never = -1000000000;
  for (std::size_t i = 0; i < words; ++i) {
    std::array<Score, kNameClasses> now{};
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      Score best = never;
      std::uint8_t from = 0;
      bool any = false;
      for (std::size_t p = 0; p < (i == 0 ? 1 : kNameClasses); ++p) {
        if (!may_follow(p, c)) continue;
        const Score score = before[p] + transition[p * kNameClasses + c];
        if (any && score <= best) continue;
        any = true;
        best = score;
        from = static_cast<std::uint8_t>(p);
      }
      now[c] = any ? std::max(best + emission[i * kNameClasses + c], never) : never;
      back[i * kNameClasses + c] = from;
    }
    before = now;
  }
  std::vector<std::uint8_t> classes(words);
  std::size_t last = 0;
  for (std::size_t c = 1; c < kNameClasses; ++c) {
    if (may_follow(c, 0) && before[c] > before[last]) last = c;
  }
  for (std::size_t i = words; i-- > 0;) {
    classes[i] = static_cast<std::uint8_t>(last);
    last = back[i * kNameClasses + last];
  }
  return classes;
}

// Gives every name of the document the type most of its occurrences have, and a single word the type of the person
// whose last name it is.
void agree(std::span<const std::string_view> forms, std::vector<NamedSpan>& names);

}  // namespace entente::language
