// The fast tagger: greedy, left to right, an averaged perceptron over words, affixes and the tags before
// (Collins 2002; frequent words with one tag are looked up, as in Honnibal 2013).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/annotation.hpp"
#include "extract/language/features.hpp"
#include "extract/language/linear.hpp"

namespace entente::language {

// A tag is a pair of UPOS and XPOS, "NOUN NN"; a TagId indexes Tagger::tags().
using TagId = std::uint8_t;

inline constexpr std::size_t kTagFeatures = 24;
// The features of word `i` of `words`; `one` and `two` are the tags before (255: none).
void tag_features(std::span<const WordFeatures> words, std::size_t i, TagId one, TagId two,
                  std::array<std::uint64_t, kTagFeatures>& out);

class Tagger {
 public:
  struct Tag {
    Upos upos;
    std::string xpos;
  };
  // A word that always has this tag. Table of a power of two slots, like LinearModel::Slot.
  struct Fixed {
    std::uint32_t key;
    std::uint32_t tag;
  };

  // Sections tagger.tags (strings), tagger.fixed, and the LinearModel "tagger".
  static Result<Tagger> read(const Container& container);

  // One tag a word; the words are one sentence.
  void tag(std::span<const std::string_view> forms, std::vector<TagId>& tags) const;
  const std::vector<Tag>& tags() const { return tags_; }

 private:
  class Memo;
  const Fixed* fixed(std::uint64_t form) const;

  std::uint64_t number_ = 0;  // of this model in this process, for memos
  LinearModel model_;
  std::span<const Fixed> fixed_;
  std::vector<Tag> tags_;
};

Result<std::vector<Tagger::Tag>> read_tags(const Container& container, const std::string& section);

}  // namespace entente::language
