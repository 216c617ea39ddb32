// Finds the sentences of one block's tokens. Internal to the segmenter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/segment/boundary.hpp"

namespace entente::corpus {

enum class Verdict : std::uint8_t { No, Yes, Ask };

// What the rules say of the place behind token `at`, with a further token behind it. Moves `end` over the marks that
// close behind `at`. Ask: the trained judge decides.
Verdict judge(const TokenView& view, std::size_t at, std::size_t& end);

// Finds the sentences of a block whose tokens may come bit by bit. What the owner takes away from the front of the tokens, it must say.
class SentenceFinder {
 public:
  explicit SentenceFinder(const TokenView& view) : view_(view) {}

  // A block begins with the token that comes next.
  void start(std::uint32_t block);
  // Appends the sentences that no further token can change; all of them if the block is `whole`.
  void find(bool whole, std::vector<Sentence>& sentences);
  // First token that is in no sentence yet.
  std::size_t begin() const { return place_.begin; }
  // The first `count` tokens are gone, all but kBehind of those before begin() at most.
  static constexpr std::size_t kBehind = 2;
  void forget(std::size_t count);

 private:
  void finish(std::size_t last, std::vector<Sentence>& sentences);
  bool ends_at(std::size_t at);

  TokenView view_;
  Place place_;
  std::size_t at_ = 0;     // the place behind this token is judged next
  std::size_t pause_ = 0;  // the last comma, semicolon or colon
  std::uint32_t block_ = 0;
};

}  // namespace entente::corpus
