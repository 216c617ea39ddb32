// One decision per name and document: words that recur share their evidence.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "extract/language/annotation.hpp"
#include "extract/language/entities/name_classes.hpp"
#include "extract/language/entities/name_weights.hpp"

namespace entente::language {

// The evidence of a document for each of its words with a capital and each that is tagged as a proper noun: for being outside of names and
// for each type. Words of the same letters are one, whatever their case and part. Memory grows with different words.
class SharedScores {
 public:
  // Takes in the scores of further words of the document.
  void add(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, std::span<const NameScores> scores);
  // When all words are in: moves the scores of those that recur to the mean of the words with the same letters.
  void share(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, std::span<NameScores> scores) const;
  // Words that are held.
  std::size_t size() const { return sums_.size(); }

 private:
  using Evidence = std::array<std::int64_t, kNameTypes + 1>;  // of the types, and of standing outside
  struct Sum {
    Evidence evidence{};
    std::int64_t words = 0;
  };
  static Evidence evidence_of(const NameScores& scores);
  static std::optional<std::uint64_t> key_of(std::string_view form, const WordAnnotation& word);

  std::unordered_map<std::uint64_t, Sum> sums_;
};

}  // namespace entente::language
