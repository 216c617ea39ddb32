// Trains the greedy transition parser with a dynamic oracle (Goldberg and Nivre 2013).
#pragma once

#include <cstdint>
#include <vector>

#include "extract/language/conllu.hpp"
#include "extract/language/container.hpp"

namespace entente::language::train {

// Adds the sections of language::GreedyParser; `tags` are the tags to learn from, one list a sentence.
void train_parser(const std::vector<ConlluSentence>& sentences, const std::vector<std::vector<std::uint8_t>>& tags,
                  unsigned epochs, std::uint64_t seed, ContainerWriter& out);

}  // namespace entente::language::train
