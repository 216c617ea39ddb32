#include "extract/dependents.hpp"

#include "extract/analysis.hpp"

namespace entente::extract {

Dependents::Dependents(const std::vector<Word>& words) : first_(words.size() + 1, 0) {
  const auto count = static_cast<std::uint32_t>(words.size());
  for (const Word& word : words)
    if (word.head < count) ++first_[word.head + 1];
  for (std::uint32_t t = 0; t < count; ++t) first_[t + 1] += first_[t];
  tokens_.resize(first_[count]);
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t t = 0; t < count; ++t)
    if (words[t].head < count) tokens_[next[words[t].head]++] = t;
}

}  // namespace entente::extract
