// Trains the lemmatiser.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/language/conllu.hpp"
#include "extract/language/container.hpp"

namespace entente::language::train {

// Adds the sections of language::Lemmatizer.
void train_lemmatizer(const std::vector<ConlluSentence>& sentences, unsigned epochs, std::uint64_t seed, ContainerWriter& out);

}  // namespace entente::language::train
