// Trains the fast tagger.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/language/conllu.hpp"
#include "extract/language/container.hpp"

namespace entente::language::train {

// Adds the sections of language::Tagger, trained `epochs` times over the sentences in an order set by `seed`.
void train_tagger(const std::vector<ConlluSentence>& sentences, unsigned epochs, std::uint64_t seed, ContainerWriter& out);

}  // namespace entente::language::train
