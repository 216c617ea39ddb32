#include "extract/language/entities/entity_tagger.hpp"

#include "extract/language/entities/acronyms.hpp"
#include "extract/language/entities/conventions.hpp"
#include "extract/language/entities/document_scores.hpp"

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

std::vector<NamedSpan> EntityTagger::find(std::span<const std::string_view> forms, std::span<const WordAnnotation> words,
                                          std::span<const WordRange> sentences) const {
  std::vector<NamedSpan> names, all;
  if (sentences.empty()) return all;
  const auto begin = sentences.front().first;
  std::vector<NameScores> scores(sentences.back().last - begin, NameScores{});
  for (const auto& s : sentences) {
    const auto size = s.last - s.first;
    score(name_words(forms.subspan(s.first, size), words.subspan(s.first, size), s.first), std::span(scores).subspan(s.first - begin, size));
  }
  share_scores(forms.subspan(begin, scores.size()), words.subspan(begin, scores.size()), scores);
  for (const auto& s : sentences) {
    names.clear();
    spans_of(best_sequence(std::span(scores).subspan(s.first - begin, s.last - s.first), transitions_), s.first, names);
    settle(forms.subspan(0, s.last), words, lists_, names);
    all.insert(all.end(), names.begin(), names.end());
  }
  name_titled(forms.subspan(0, sentences.back().last), words, begin, all);
  drop_storms(forms, all);
  name_acronyms(forms.subspan(0, sentences.back().last), begin, lists_, all);
  agree_on_types(forms, all);
  find_passed_over(forms.subspan(0, sentences.back().last), begin, all);
  return all;
}

}  // namespace entente::language
