// A trained network that is given vectors from plain text.
#pragma once

#include "extract/language/train/checkpoint.hpp"
#include "extract/language/train/vectors.hpp"

namespace entente::language::train {

// The vectors of the catalogue's words; false if they are not of the shape's size.
bool take_vectors(const Vectors& vectors, const Catalogue& catalogue, Network& network);

// The same network with more words and inputs: it makes nothing of the vectors (their weights are zero) until it learns on.
// `old` has no vectors (text_dim 0).
Checkpoint grown(const Checkpoint& old, const Vectors& vectors);

}  // namespace entente::language::train
