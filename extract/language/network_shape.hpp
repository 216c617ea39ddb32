// The sizes of the network, as they stand in the model file.
#pragma once

#include <cstddef>
#include <cstdint>

namespace entente::language {

// Words -> embeddings (word, what plain text says of it, summed parts, side by side) -> `layers` bidirectional simple recurrent units (Lei et al.
// 2018, with a cell and gates that are piecewise polynomial) -> projections for arcs, relations and tags
// (heads are scored as in Dozat and Manning 2017, relations as in Kiperwasser and Goldberg 2016).
struct NetworkShape {
  std::uint32_t word_dim = 96;
  std::uint32_t text_dim = 0;   // vectors from plain text, train/vectors.hpp
  std::uint32_t part_dim = 96;
  std::uint32_t hidden = 192;   // of one direction
  std::uint32_t layers = 4;
  std::uint32_t arc = 128;
  std::uint32_t rel = 128;
  std::uint32_t tag = 128;
  std::uint32_t words = 0;      // vocabulary with kFirstWord rows that are no words
  std::uint32_t learnt = 0;     // of them those with an embedding of their own, the first ones
  std::uint32_t part_bits = 15;
  std::uint32_t upos = 17;
  std::uint32_t xpos = 0;
  std::uint32_t feats = 0;
  std::uint32_t labels = 0;

  std::size_t input() const { return std::size_t{word_dim} + text_dim + part_dim; }
  std::size_t width() const { return 2 * std::size_t{hidden}; }  // of a layer's output
  std::size_t layer_input(std::size_t layer) const { return layer == 0 ? input() : width(); }
  // Parts of a layer's product for one direction: candidate, forget, reset, and in the first layer the skip.
  std::size_t gates(std::size_t layer) const { return layer == 0 ? 4 : 3; }
  std::size_t layer_product(std::size_t layer) const { return 2 * gates(layer) * hidden; }
  // Projections: arc dependent, arc head, relation dependent, relation head, tag.
  std::size_t projections() const { return 2 * std::size_t{arc} + 2 * std::size_t{rel} + tag; }
  std::size_t tags() const { return std::size_t{upos} + xpos + feats; }
};

// Distances between a word and its head, in 32 buckets: -16 and less ... 15 and more.
inline constexpr std::size_t kDistances = 32;
constexpr std::size_t distance_bucket(std::int64_t distance) {
  return static_cast<std::size_t>((distance < -16 ? -16 : distance > 15 ? 15 : distance) + 16);
}

}  // namespace entente::language
