// Finds names of persons, organisations and places in parsed words: a linear-chain model over hashed features, decoded
// with Viterbi. Whole numbers only: the same names on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/container.hpp"
#include "extract/language/entities/entity_features.hpp"
#include "extract/language/entities/name_classes.hpp"
#include "extract/language/entities/name_lists.hpp"
#include "extract/language/entities/name_weights.hpp"
#include "extract/language/entities/word_clusters.hpp"
#include "extract/language/model.hpp"

namespace entente::language {

class EntityTagger {
 public:
  // Reads the file extract/language/models/entities.model; views live as long as the tagger.
  static Result<EntityTagger> load(const std::filesystem::path& path);
  static Result<EntityTagger> read(Container container);

  // The names of a document, whose sentences are ascending: `words` as Model::annotate gives them for `forms`. Words that recur in the document
  // share their evidence, so that it decides once for each name where it can. Names of other things (works, events,
  // languages) are told apart inside and not given out: their kinds need more than this model knows. Time is linear. A document of more than
  // `most` words is looked at twice, piece by piece (NameSearch): that takes less memory and more time, and the names are the same.
  std::vector<NamedSpan> find(std::span<const std::string_view> forms, std::span<const WordAnnotation> words,
                              std::span<const WordRange> sentences, std::size_t most = SIZE_MAX) const;
  const NameLists& lists() const { return lists_; }
  // Scores of the classes for the words of one sentence.
  void score(std::span<const NameWord> sentence, std::span<NameScores> scores) const;
  // The names that scores stand for; `first` is the number of the sentence's first word.
  void decode(std::span<const NameScores> scores, std::uint32_t first, std::vector<NamedSpan>& names) const;

 private:

  Container container_;
  NameWeights weights_;
  NameLists lists_;
  WordClusters clusters_;
  std::vector<NameScores> transitions_;  // from the row's class to the column's
};

}  // namespace entente::language
