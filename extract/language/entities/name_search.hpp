// The names of one document that is seen piece by piece, so that no more than one piece need be held.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/entities/document_scores.hpp"
#include "extract/language/entities/document_words.hpp"
#include "extract/language/entities/entity_tagger.hpp"

namespace entente::language {

// Whole sentences that follow each other: ranges of `forms` and `words`, as Model::annotate takes and gives them.
struct NamePiece {
  std::span<const std::string_view> forms;
  std::span<const WordAnnotation> words;
  std::span<const WordRange> sentences;

  std::uint32_t begin() const { return sentences.empty() ? 0 : sentences.front().first; }
  std::uint32_t size() const { return sentences.empty() ? 0 : sentences.back().last - begin(); }
};

// First score() and add() all pieces in order, then decide() each in the same order, then finish(). The names do not depend on the pieces.
// It holds what was seen of each different word that may be a name, and the names.
class NameSearch {
 public:
  explicit NameSearch(const EntityTagger& tagger) : tagger_(tagger) {}

  // The scores of a piece by itself: most of the work, and safe from any number of threads. Where there is a single piece, add() and decide()
  // may share them; where there are more they are dropped and made again.
  std::vector<NameScores> score(const NamePiece& piece) const;
  // Takes in the evidence of the next piece.
  void add(const NamePiece& piece, std::span<const NameScores> scores);
  // Finds the names of the next piece. `document` is all of the document.
  void decide(const NamePiece& piece, std::vector<NameScores>& scores, const DocumentWords& document);
  // The rules over the document. The spans are its words.
  std::vector<NamedSpan> finish(const DocumentWords& document);
  // Words of which evidence is held.
  std::size_t different_words() const { return evidence_.size(); }

 private:
  const EntityTagger& tagger_;
  SharedScores evidence_;
  std::uint32_t decided_ = 0;  // words
  std::vector<NamedSpan> names_;
};

}  // namespace entente::language
