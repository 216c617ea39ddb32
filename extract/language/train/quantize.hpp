// From a network in floats to the whole numbers that ship.
#pragma once

#include <vector>

#include "extract/language/conllu.hpp"
#include "extract/language/container.hpp"
#include "extract/language/train/checkpoint.hpp"

namespace entente::language::train {

// Adds the sections of language::Network. `sentences` show which tags go together.
void quantize(const Checkpoint& checkpoint, const std::vector<ConlluSentence>& sentences, ContainerWriter& out);

}  // namespace entente::language::train
