#include "extract/language/entities/name_search.hpp"

#include <utility>

#include "extract/language/entities/acronyms.hpp"
#include "extract/language/entities/conventions.hpp"

namespace entente::language {

std::vector<NameScores> NameSearch::score(const NamePiece& piece) const {
  std::vector<NameScores> scores(piece.size());
  for (const auto& s : piece.sentences) {
    const auto size = s.last - s.first;
    tagger_.score(name_words(piece.forms.subspan(s.first, size), piece.words.subspan(s.first, size), s.first),
                  std::span(scores).subspan(s.first - piece.begin(), size));
  }
  return scores;
}

void NameSearch::add(const NamePiece& piece, std::span<const NameScores> scores) {
  evidence_.add(piece.forms.subspan(piece.begin(), piece.size()), piece.words.subspan(piece.begin(), piece.size()), scores);
}

void NameSearch::decide(const NamePiece& piece, std::vector<NameScores>& scores, const DocumentWords& document) {
  evidence_.share(piece.forms.subspan(piece.begin(), piece.size()), piece.words.subspan(piece.begin(), piece.size()), scores);
  std::vector<NamedSpan> names;
  for (const auto& s : piece.sentences) {
    const auto size = s.last - s.first;
    names.clear();
    tagger_.decode(std::span(scores).subspan(s.first - piece.begin(), size), decided_, names);
    settle(document, decided_, decided_ + size, tagger_.lists(), names);
    names_.insert(names_.end(), names.begin(), names.end());
    decided_ += size;
  }
}

std::vector<NamedSpan> NameSearch::finish(const DocumentWords& document) {
  name_titled(document, names_);
  drop_storms(document, names_);
  name_acronyms(document, tagger_.lists(), names_);
  agree_on_types(document, names_);
  find_passed_over(document, names_);
  return std::move(names_);
}

}  // namespace entente::language
