#include "extract/language/entities/document_scores.hpp"

#include <algorithm>

#include "extract/language/entities/entity_features.hpp"

namespace entente::language {

SharedScores::Evidence SharedScores::evidence_of(const NameScores& scores) {
  Evidence e{};
  for (std::size_t t = 0; t < kNameTypes; ++t) {
    const auto first = scores.begin() + static_cast<std::ptrdiff_t>(first_class(static_cast<NameType>(t)));
    e[t] = *std::max_element(first, first + static_cast<std::ptrdiff_t>(class_count(static_cast<NameType>(t))));
  }
  e[kNameTypes] = scores[0];
  return e;
}

std::optional<std::uint64_t> SharedScores::key_of(std::string_view form, const WordAnnotation& word) {
  if (form.size() < 2 || (word.upos != Upos::PROPN && !begins_capital(form))) return std::nullopt;
  return word_features(form).lower;
}

void SharedScores::add(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, std::span<const NameScores> scores) {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto key = key_of(forms[i], words[i]);
    if (!key) continue;
    auto& sum = sums_[*key];
    const auto own = evidence_of(scores[i]);
    for (std::size_t t = 0; t < own.size(); ++t) sum.evidence[t] += own[t];
    ++sum.words;
  }
}

void SharedScores::share(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, std::span<NameScores> scores) const {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto key = key_of(forms[i], words[i]);
    if (!key) continue;
    const auto& sum = sums_.at(*key);
    if (sum.words < 2) continue;
    const auto own = evidence_of(scores[i]);
    const auto moved = [&](std::size_t t) { return static_cast<std::int32_t>(sum.evidence[t] / sum.words - own[t]); };
    scores[i][0] += moved(kNameTypes);
    for (std::size_t t = 0; t < kNameTypes; ++t) {
      const auto type = static_cast<NameType>(t);
      for (std::size_t c = 0; c < class_count(type); ++c) scores[i][first_class(type) + c] += moved(t);
    }
  }
}

}  // namespace entente::language
