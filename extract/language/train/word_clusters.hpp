// Groups of words by k-means over their vectors.
#pragma once

#include <cstdint>
#include <map>

#include "extract/language/entities/word_clusters.hpp"
#include "extract/language/train/vectors.hpp"

namespace entente::language::train {

// 64 groups of at most 16 smaller ones each. The last four numbers of a vector (how text writes the word) don't group, but give WordCluster::written.
std::map<std::uint64_t, WordCluster> cluster_words(const Vectors& vectors, std::uint64_t seed);

}  // namespace entente::language::train
