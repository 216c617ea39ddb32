// The names and words that a network knows, and sentences in their numbers.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/language/conllu.hpp"
#include "extract/language/container.hpp"
#include "extract/language/network_input.hpp"
#include "extract/language/network_shape.hpp"
#include "extract/language/train/network.hpp"
#include "extract/language/train/vectors.hpp"

namespace entente::language::train {

struct Catalogue {
  std::vector<std::string> xpos, feats, labels;
  std::vector<std::uint64_t> words;        // word_hash of number kFirstWord and on
  std::vector<std::uint32_t> counts;       // how often each word that has an embedding of its own was seen: the first words

  // Words seen at least twice, then those known from plain text, both ascending; XPOS and features seen at least three times.
  static Catalogue of(const std::vector<ConlluSentence>& sentences, const Vectors& vectors);
  static Result<Catalogue> read(const Container& container);
  void write(ContainerWriter& out) const;
  // Appends the words that are not there yet.
  void add_words(const Vectors& vectors);
  // Sets the sizes that follow from the lists.
  void size(NetworkShape& shape) const;
};

// A sentence ready for batches.
struct Example {
  std::vector<std::uint32_t> words, part_begins, parts;
  std::vector<std::int32_t> heads;  // in the tree, as in Batch
  TargetSet targets;                // of the words
};

std::vector<Example> make_examples(const std::vector<ConlluSentence>& sentences, const Catalogue& catalogue, unsigned part_bits);

// The examples `order[first, last)` as one batch. With `random`, words become unknown with probability
// 0.25 / (0.25 + count), and lose the part that is their whole form; with as much again, and one in twenty in any case,
// only what plain text says of them is left.
Batch make_batch(const std::vector<Example>& examples, const std::vector<std::size_t>& order, std::size_t first,
                 std::size_t last, const Catalogue& catalogue, Random* random);

}  // namespace entente::language::train
