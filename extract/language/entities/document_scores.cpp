#include "extract/language/entities/document_scores.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "extract/language/entities/entity_features.hpp"
#include "extract/language/entities/name_classes.hpp"

namespace entente::language {
namespace {

using Evidence = std::array<std::int64_t, kNameTypes + 1>;  // of the types, and of standing outside

Evidence evidence_of(const NameScores& scores) {
  Evidence e{};
  for (std::size_t t = 0; t < kNameTypes; ++t) {
    const auto first = scores.begin() + static_cast<std::ptrdiff_t>(first_class(static_cast<NameType>(t)));
    e[t] = *std::max_element(first, first + static_cast<std::ptrdiff_t>(class_count(static_cast<NameType>(t))));
  }
  e[kNameTypes] = scores[0];
  return e;
}

struct Sum {
  Evidence evidence{};
  std::int64_t words = 0;
};

}  // namespace

void share_scores(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, std::span<NameScores> scores) {
  std::unordered_map<std::uint64_t, Sum> sums;
  std::vector<std::uint64_t> keys(forms.size(), 0);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].size() < 2 || (words[i].upos != Upos::PROPN && !begins_capital(forms[i]))) continue;
    keys[i] = word_features(forms[i]).lower | 1U;
    auto& sum = sums[keys[i]];
    const auto own = evidence_of(scores[i]);
    for (std::size_t t = 0; t < own.size(); ++t) sum.evidence[t] += own[t];
    ++sum.words;
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (keys[i] == 0) continue;
    const auto& sum = sums.at(keys[i]);
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
