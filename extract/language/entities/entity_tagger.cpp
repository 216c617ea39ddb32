#include "extract/language/entities/entity_tagger.hpp"

#include "extract/language/entities/name_search.hpp"

namespace entente::language {

Result<EntityTagger> EntityTagger::load(const std::filesystem::path& path) {
  auto container = Container::open(path);
  if (!container) return container.error();
  return read(*std::move(container));
}

Result<EntityTagger> EntityTagger::read(Container container) {
  auto weights = NameWeights::read(container);
  if (!weights) return weights.error();
  auto lists = NameLists::read(container);
  if (!lists) return lists.error();
  auto clusters = WordClusters::read(container);
  if (!clusters) return clusters.error();
  auto transitions = container.get<std::int32_t>("entities.transitions", kNameClasses * kNameColumns);
  if (!transitions) return transitions.error();
  EntityTagger tagger;
  tagger.transitions_.resize(kNameClasses);
  for (std::size_t k = 0; k < transitions->size(); ++k) {
    const auto t = (*transitions)[k];
    if (t < -1000000 || t > 1000000) return container.broken("entities.transitions", "a weight is too large");
    tagger.transitions_[k / kNameColumns][k % kNameColumns] = t;
  }
  tagger.weights_ = *weights;
  tagger.lists_ = *lists;
  tagger.clusters_ = *clusters;
  tagger.container_ = std::move(container);
  return tagger;
}

void EntityTagger::score(std::span<const NameWord> sentence, std::span<NameScores> scores) const {
  const EntityFeatures features(sentence, lists_, clusters_);
  // While the features of one word are made, the keys of those of the word before are on their way from memory.
  std::vector<std::uint64_t> hashes, next;
  for (std::size_t i = 0; i <= sentence.size(); ++i) {
    next.clear();
    if (i < sentence.size()) features.at(i, next);
    for (const auto h : next) weights_.prefetch(h);
    if (i > 0) {
      scores[i - 1] = {};
      weights_.add(hashes, scores[i - 1]);
    }
    hashes.swap(next);
  }
}

void EntityTagger::decode(std::span<const NameScores> scores, std::uint32_t first, std::vector<NamedSpan>& names) const {
  spans_of(best_sequence(scores, transitions_), first, names);
}

std::vector<NamedSpan> EntityTagger::find(std::span<const std::string_view> forms, std::span<const WordAnnotation> words,
                                          std::span<const WordRange> sentences, std::size_t most) const {
  if (sentences.empty()) return {};
  const auto begin = sentences.front().first;
  const auto size = sentences.back().last - begin;
  const auto piece_at = [&](std::size_t first) {
    auto last = first + 1;
    while (last < sentences.size() && sentences[last].last - sentences[first].first <= most) ++last;
    return NamePiece{forms, words, sentences.subspan(first, last - first)};
  };
  NameSearch search(*this);
  std::vector<NameScores> scores;
  std::size_t pieces = 0;
  for (std::size_t at = 0; at < sentences.size(); at += piece_at(at).sentences.size(), ++pieces) {
    scores = search.score(piece_at(at));
    search.add(piece_at(at), scores);
  }
  const ArrayWords document(forms.subspan(begin, size), words.subspan(begin, size));
  for (std::size_t at = 0; at < sentences.size(); at += piece_at(at).sentences.size()) {
    if (pieces > 1) scores = search.score(piece_at(at));
    search.decide(piece_at(at), scores, document);
  }
  auto names = search.finish(document);
  for (auto& n : names) {
    n.first += begin;
    n.last += begin;
  }
  return names;
}

}  // namespace entente::language
