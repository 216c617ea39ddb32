// Sentences and words of a text of any length, group by group.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/segment/cutter.hpp"
#include "corpus/segment/segment.hpp"
#include "corpus/segment/sentences.hpp"

namespace entente::corpus {

// Memory is that of one group, also where a block or a stretch without white space has no end. segment() is one group of everything.
class Segmenter {
 public:
  // Both must outlive it.
  Segmenter(std::string_view text, std::span<const Block> blocks);
  Segmenter(const Segmenter&) = delete;
  Segmenter& operator=(const Segmenter&) = delete;

  // The next sentences, with at least `words` words where so many are left, and not many more. Their spans are those of the text, their
  // tokens are counted from the group's first one. All groups together are segment()'s sentences, whatever their sizes.
  Segmentation next(std::size_t words);
  // No sentence is left, and next() gives an empty group. Where only white space is left the last group may be empty, too.
  bool done() const { return !cutting_ && block_ == blocks_.size(); }

 private:
  void read(std::size_t words, std::vector<Sentence>& sentences);
  void forget();

  std::string_view text_;
  std::span<const Block> blocks_;
  std::size_t block_ = 0;   // the one that is cut, or comes next
  bool cutting_ = false;
  std::size_t given_ = 0;   // tokens of groups that were handed out; the last few are kept for what looks back
  std::vector<Token> tokens_;
  std::vector<Cut> cuts_;
  Cutter cutter_;
  SentenceFinder finder_;
};

}  // namespace entente::corpus
