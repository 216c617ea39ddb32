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
  // languages) are told apart inside and not given out: their kinds need more than this model knows. Time is linear.
  std::vector<NamedSpan> find(std::span<const std::string_view> forms, std::span<const WordAnnotation> words,
                              std::span<const WordRange> sentences) const;
  const NameLists& lists() const { return lists_; }

 private:
  void score(std::span<const NameWord> sentence, std::span<NameScores> scores) const;

  Container container_;
  NameWeights weights_;
  NameLists lists_;
  WordClusters clusters_;
  std::vector<NameScores> transitions_;  // from the row's class to the column's
};

}  // namespace entente::language
