// The words of a long document with all that is known of them, in few bytes each.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/segment/segment.hpp"
#include "extract/language/entities/document_words.hpp"
#include "extract/language/model.hpp"

namespace entente::language {

// Sentences that follow each other in a document; the heads count from the first of the words.
struct AnnotatedSentences {
  corpus::Segmentation segmentation;
  std::vector<WordAnnotation> words;  // parallel to segmentation.tokens
  bool space_behind = true;           // white space, or the end of the document, stands behind them
};

// Some 5.4 bytes a word: a description (tags, features, relation) by number, the head's distance, the bytes of the word and of the white space
// before it. A word that does not fit (long, far from its head) takes 28 more. Lemmas that are neither the word nor the word in small letters
// are made again when they are asked for.
class PackedWords : public DocumentWords {
 public:
  // Both must outlive it; the model is the one that annotates the words.
  PackedWords(std::string_view text, const Model& model) : text_(text), model_(model) {}

  // Takes in the next sentences of the text.
  void add(const AnnotatedSentences& sentences);

  std::uint32_t sentences() const { return static_cast<std::uint32_t>(firsts_.size()); }
  // The end of the sentences from `first` on that begin within `words` words.
  std::uint32_t sentences_within(std::uint32_t first, std::size_t words) const;
  // What add() took in of these sentences. Safe from any number of threads.
  AnnotatedSentences unpack(std::uint32_t first, std::size_t words) const;

  std::uint32_t size() const override { return size_; }
  std::string_view form(std::uint32_t word) const override { return span_of(word).of(text_); }
  WordTags tags(std::uint32_t word) const override;
  // Bytes held.
  std::size_t bytes() const;

 private:
  static constexpr std::uint32_t kGroup = 16;  // words
  enum class LemmaKind : std::uint8_t { Form, Lower, Other };
  struct Word {
    std::uint32_t gap = 0, size = 0;  // bytes of white space before it, and its own
    std::int32_t head = 0;            // how far away it is, 0: none
    std::uint32_t description = 0;
  };
  struct Group {  // where it begins, and its words as far as they fit into few bits
    std::uint32_t begin = 0;
    std::array<std::uint16_t, kGroup> descriptions;
    std::array<std::int8_t, kGroup> heads;
    std::array<std::uint8_t, kGroup> sizes;  // 0: the word is among the wide ones
    std::array<std::uint8_t, kGroup> bits;   // gap << 4 | lemma << 2 | joined << 1 | space before
  };
  struct Description {
    Upos upos;
    std::string_view xpos, feats, deprel;
    bool operator==(const Description& other) const;
  };
  struct DescriptionHash {
    std::size_t operator()(const Description& d) const;
  };

  void add(const corpus::Token& token, const WordAnnotation& word, std::int32_t head);
  std::uint32_t number_of(const WordAnnotation& word);
  Word at(std::uint32_t word) const;
  Span span_of(std::uint32_t word) const;
  std::string lemma(std::string_view form, const Description& d, LemmaKind kind) const;

  std::string_view text_;
  const Model& model_;
  std::deque<Group> groups_;
  std::vector<std::pair<std::uint32_t, Word>> wide_;  // ascending by the word's number
  std::deque<std::uint32_t> firsts_;                  // of each sentence, its first word
  std::uint32_t size_ = 0;                            // words
  std::uint32_t end_ = 0;                             // of the last word, in the text
  std::vector<Description> descriptions_;
  std::unordered_map<Description, std::uint32_t, DescriptionHash> numbers_;
};

}  // namespace entente::language
