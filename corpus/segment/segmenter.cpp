#include "corpus/segment/segmenter.hpp"

#include <algorithm>
#include <utility>

namespace entente::corpus {
namespace {

constexpr std::size_t kStep = 256;  // tokens that are cut at least before sentences are looked for

}  // namespace

Segmenter::Segmenter(std::string_view text, std::span<const Block> blocks)
    : text_(text), blocks_(blocks), cutter_(text, tokens_, cuts_), finder_({text, tokens_, cuts_}) {}

Segmentation Segmenter::next(std::size_t words) {
  if (done()) return {};
  forget();
  const auto expected = std::min(words, text_.size() / 5) + 8;
  tokens_.reserve(expected);
  cuts_.reserve(expected);
  Segmentation group;
  while (!done() && finder_.begin() - given_ < words) read(words, group.sentences);
  for (auto& s : group.sentences) {
    s.first -= static_cast<std::uint32_t>(given_);
    s.last -= static_cast<std::uint32_t>(given_);
  }
  if (done() && given_ == 0) {
    group.tokens = std::move(tokens_);
    return group;
  }
  group.tokens.assign(tokens_.begin() + static_cast<std::ptrdiff_t>(given_), tokens_.begin() + static_cast<std::ptrdiff_t>(finder_.begin()));
  given_ = finder_.begin();
  return group;
}

// Goes on with the block, or with the next one.
void Segmenter::read(std::size_t words, std::vector<Sentence>& sentences) {
  if (!std::exchange(cutting_, true)) {
    cutter_.start(blocks_[block_].span);
    finder_.start(static_cast<std::uint32_t>(block_));
  }
  const auto wanted = words > SIZE_MAX / 2 ? words : given_ + words;
  cutting_ = cutter_.cut(std::max(wanted, tokens_.size() + kStep));
  finder_.find(!cutting_, sentences);
  if (!cutting_) ++block_;
}

void Segmenter::forget() {
  const auto gone = given_ - std::min(given_, SentenceFinder::kBehind);
  tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(gone));
  cuts_.erase(cuts_.begin(), cuts_.begin() + static_cast<std::ptrdiff_t>(gone));
  finder_.forget(gone);
  given_ -= gone;
}

}  // namespace entente::corpus
