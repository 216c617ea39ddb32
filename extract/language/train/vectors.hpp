// Word vectors from plain text: a skip-gram that knows on which side and how far away its neighbours stand
// (Ling et al. 2015, "Two/Too Simple Adaptations of Word2Vec for Syntax Problems").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace entente::language::train {

struct VectorOptions {
  std::vector<std::string> texts;      // UTF-8, a paragraph a line
  std::vector<std::string> treebanks;  // CoNLL-U files whose words are read too
  std::string output;                  // container: vectors.words (word_hash, ascending), vectors.rows (floats)
  unsigned dim = 64;                   // of a row; the last kCaseDims are how the word is written in running text
  unsigned epochs = 3;
  unsigned negatives = 5;
  unsigned least = 3;                  // words seen less often get no vector
  std::uint64_t seed = 1;
};

Result<Done> train_vectors(const VectorOptions& options);

// Vectors of words, in the order of their hashes.
struct Vectors {
  std::vector<std::uint64_t> words;
  std::vector<float> rows;
  unsigned dim = 0;
};
Result<Vectors> read_vectors(const std::string& path);

}  // namespace entente::language::train
