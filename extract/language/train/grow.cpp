#include "extract/language/train/grow.hpp"

#include <algorithm>

namespace entente::language::train {

bool take_vectors(const Vectors& vectors, const Catalogue& catalogue, Network& network) {
  const auto dim = network.shape().text_dim;
  if (vectors.words.empty()) return true;
  if (vectors.dim != dim) return false;
  for (std::size_t k = 0; k < catalogue.words.size(); ++k) {
    const auto found = std::lower_bound(vectors.words.begin(), vectors.words.end(), catalogue.words[k]);
    if (found == vectors.words.end() || *found != catalogue.words[k]) continue;
    std::copy_n(&vectors.rows[static_cast<std::size_t>(found - vectors.words.begin()) * dim], dim, &network.vectors[(k + kFirstWord) * dim]);
  }
  return true;
}

Checkpoint grown(const Checkpoint& old, const Vectors& vectors) {
  auto shape = old.network.shape();
  auto catalogue = old.catalogue;
  catalogue.add_words(vectors);
  catalogue.size(shape);
  shape.text_dim = vectors.dim;
  Network network(shape, 0);
  network.weights = old.network.weights;
  // New inputs of the first layer stand between the word's and the parts'; all that follows moves back.
  const auto columns = shape.layer_product(0);
  const auto begin = static_cast<std::ptrdiff_t>(network.layout().layers[0].weights + shape.word_dim * columns);
  auto& dense = network.weights.dense;
  dense.insert(dense.begin() + begin, shape.text_dim * columns, 0.0F);
  take_vectors(vectors, catalogue, network);
  return {std::move(network), std::move(catalogue)};
}

}  // namespace entente::language::train
