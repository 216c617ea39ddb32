// What the entity tagger sees at a word: hashes of its spelling, neighbours, tree and lists.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/annotation.hpp"
#include "extract/language/entities/name_lists.hpp"
#include "extract/language/entities/word_clusters.hpp"
#include "extract/language/features.hpp"

namespace entente::language {

// One word of a sentence as Model::annotate describes it; `head` counts from the sentence's first word, -1: none.
struct NameWord {
  std::string_view form, lemma, xpos, deprel;
  Upos upos = Upos::X;
  std::int32_t head = -1;
};

// The words of one sentence, whose words [first, first + out.size()) are described in `words`.
std::vector<NameWord> name_words(std::span<const std::string_view> forms, std::span<const WordAnnotation> words, std::uint32_t first);

// Whether the word begins with a capital letter of ASCII or Latin-1.
bool begins_capital(std::string_view form);

class EntityFeatures {
 public:
  // Features [kFirstSpelled, kLastSpelled) of a word are its very form; training hides them now and then.
  static constexpr std::size_t kFirstSpelled = 1, kLastSpelled = 5;

  EntityFeatures(std::span<const NameWord> sentence, const NameLists& lists, const WordClusters& clusters);
  // About a hundred hashes; the number depends on the lists.
  void at(std::size_t i, std::vector<std::uint64_t>& out) const;
  std::size_t size() const { return words_.size(); }

 private:
  struct Word {
    WordFeatures spelling;
    WordCluster cluster;
    std::uint64_t kinds = 0;                    // of the word itself
    std::array<std::uint64_t, 4> phrases = {};  // of the longest known person, organisation, place, other that covers it
    std::array<std::uint64_t, 4> known = {};    // their kinds
    std::array<std::uint8_t, 4> lengths = {};   // their words, at most three, and the word's part
    std::uint64_t xpos = 0, deprel = 0, lemma = 0, preposition = 0;  // the last one: of its own `case` word
    std::uint64_t upos = 31;
    std::uint32_t summary = 0;
    std::int32_t head = -1;
    std::uint64_t capital = 0;
    bool little = false;  // a short word in small letters, as stands inside of names
    bool inner = false;  // part of the name whose head is its head
  };
  class Sink;
  const Word& word(std::ptrdiff_t i) const;
  void describe(std::span<const NameWord> sentence, const NameLists& lists, const WordClusters& clusters);
  void find_phrases(const NameLists& lists, std::size_t group, std::uint64_t kinds);
  void spelling(std::ptrdiff_t i, Sink& add) const;
  void listed(std::ptrdiff_t i, Sink& add) const;
  void run_of_capitals(std::ptrdiff_t i, Sink& add) const;
  void tree(std::ptrdiff_t i, Sink& add) const;
  void alike(std::ptrdiff_t i, Sink& add) const;

  std::vector<Word> words_;
  Word edge_;
  std::uint64_t style_ = 0;  // mostly capitals, title case, no capital, ordinary
};

}  // namespace entente::language
