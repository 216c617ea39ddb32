// The tree of heads read downwards: which words hang on a word.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::extract {

struct Word;

// Built once heads are known (attach, or whatever fills Word::head); heads that change later are not seen.
class Dependents {
 public:
  Dependents() = default;
  explicit Dependents(const std::vector<Word>& words);

  // Tokens whose head is `head`, in text order. Empty for a token that was not there when this was built.
  std::span<const std::uint32_t> of(std::uint32_t head) const {
    if (head + 1U >= first_.size()) return {};
    return {tokens_.data() + first_[head], first_[head + 1] - first_[head]};
  }

 private:
  std::vector<std::uint32_t> first_;   // by head, one more than words
  std::vector<std::uint32_t> tokens_;
};

}  // namespace entente::extract
