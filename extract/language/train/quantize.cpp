#include "extract/language/train/quantize.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "extract/language/annotation.hpp"
#include "extract/language/cell.hpp"
#include "extract/language/linear.hpp"
#include "extract/language/product.hpp"

namespace entente::language::train {
namespace {

constexpr float kByteOne = 128;  // 1.0 as a byte

std::int8_t byte_of(float value) { return static_cast<std::int8_t>(std::clamp(std::lround(value), -127L, 127L)); }
std::int32_t fixed_of(float value) { return static_cast<std::int32_t>(std::lround(value * kOne)); }

// Each column is scaled so that its largest weight is 127; the factors undo it with 11 bits.
void write_dense(const float* weights, const float* bias, std::size_t depth, std::size_t columns, const std::string& name, ContainerWriter& out) {
  std::vector<std::int8_t> packed(PackedMatrix::packed_size(depth, columns), 0);
  const auto wide = PackedMatrix::packed_columns(columns);
  std::vector<double> unit(wide, 0);
  for (std::size_t j = 0; j < columns; ++j) {
    float most = 1e-6F;
    for (std::size_t i = 0; i < depth; ++i) most = std::max(most, std::fabs(weights[i * columns + j]));
    for (std::size_t i = 0; i < depth; ++i) packed[PackedMatrix::place(depth, i, j)] = byte_of(weights[i * columns + j] * 127 / most);
    unit[j] = static_cast<double>(most) / 127 / kByteOne * kOne * 8;  // of (sum >> 3)
  }
  const double largest = *std::max_element(unit.begin(), unit.end());
  int shift = 0;
  while (shift < 30 && largest * std::pow(2, shift + 1) <= 2047) ++shift;
  std::vector<std::int32_t> factor(wide, 0), fixed(wide, 0);
  for (std::size_t j = 0; j < columns; ++j) {
    factor[j] = static_cast<std::int32_t>(std::lround(unit[j] * std::pow(2, shift)));
    fixed[j] = fixed_of(bias[j]);
  }
  out.add(name + ".weights", packed);
  out.add(name + ".factor", factor);
  out.add(name + ".bias", fixed);
  out.add(name + ".shift", std::vector<std::int32_t>{shift});
}

void write_vocabulary(const Catalogue& catalogue, ContainerWriter& out) {
  struct Slot {
    std::uint32_t key, word;
  };
  std::size_t size = 16;
  while (size < catalogue.words.size() * 3 / 2) size *= 2;
  std::vector<Slot> table(size, {0, 0});
  for (std::size_t k = 0; k < catalogue.words.size(); ++k) {
    auto i = catalogue.words[k] & (size - 1);
    while (table[i].key != 0) i = (i + 1) & (size - 1);
    table[i] = {LinearModel::key_of(catalogue.words[k]), static_cast<std::uint32_t>(k + kFirstWord)};
  }
  out.add("net.vocabulary", table);
}

void write_embeddings(const Checkpoint& checkpoint, ContainerWriter& out) {
  const auto& weights = checkpoint.network.weights;
  std::vector<std::int8_t> words, texts, parts;
  for (const auto w : weights.words) words.push_back(byte_of(w * kByteOne));
  for (const auto v : checkpoint.network.vectors) texts.push_back(byte_of(v * kByteOne));
  std::vector<float> sizes;
  for (const auto w : weights.parts) sizes.push_back(std::fabs(w));
  const auto nth = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9999 / 10000);
  std::nth_element(sizes.begin(), nth, sizes.end());
  for (const auto w : weights.parts) parts.push_back(byte_of(w * 127 / *nth));
  out.add("net.word-vectors", words);
  out.add("net.text-vectors", texts);
  out.add("net.part-vectors", parts);
  out.add("net.part-factor", std::vector<std::int32_t>{static_cast<std::int32_t>(std::lround(*nth / 127 * kByteOne * 65536))});
}

// Tags seen together at least twice.
void write_triples(const Catalogue& catalogue, const std::vector<ConlluSentence>& sentences, ContainerWriter& out) {
  const auto number = [](const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::lower_bound(names.begin(), names.end(), name);
    return found != names.end() && *found == name ? found - names.begin() : -1;
  };
  std::map<std::array<std::uint16_t, 4>, int> seen;
  for (const auto& s : sentences) {
    for (const auto& w : s.words) {
      const auto upos = upos_of(w.upos);
      const auto x = number(catalogue.xpos, w.xpos);
      const auto f = number(catalogue.feats, w.feats);
      if (upos && x >= 0 && f >= 0) ++seen[{static_cast<std::uint16_t>(*upos), static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(f), 0}];
    }
  }
  std::vector<std::array<std::uint16_t, 4>> triples;
  for (const auto& [triple, count] : seen) {
    if (count >= 2) triples.push_back(triple);
  }
  out.add("net.triples", triples);
}

}  // namespace

void quantize(const Checkpoint& checkpoint, const std::vector<ConlluSentence>& sentences, ContainerWriter& out) {
  const auto& shape = checkpoint.network.shape();
  const auto& layout = checkpoint.network.layout();
  const auto& weights = checkpoint.network.weights;
  const float* dense = weights.dense.data();
  out.add("net.shape", std::vector<NetworkShape>{shape});
  out.add_bytes("net.xpos", pack_strings(checkpoint.catalogue.xpos));
  out.add_bytes("net.feats", pack_strings(checkpoint.catalogue.feats));
  out.add_bytes("net.labels", pack_strings(checkpoint.catalogue.labels));
  write_vocabulary(checkpoint.catalogue, out);
  write_embeddings(checkpoint, out);
  write_triples(checkpoint.catalogue, sentences, out);
  for (std::size_t l = 0; l < shape.layers; ++l) {
    const auto name = "net.layer" + std::to_string(l);
    write_dense(dense + layout.layers[l].weights, dense + layout.layers[l].bias, shape.layer_input(l), shape.layer_product(l), name, out);
    std::vector<std::int32_t> peephole;
    for (std::size_t i = 0; i < 4 * std::size_t{shape.hidden}; ++i) peephole.push_back(fixed_of(dense[layout.layers[l].peephole + i]));
    out.add(name + ".peephole", peephole);
  }
  write_dense(dense + layout.projection, dense + layout.projection_bias, shape.width(), shape.projections(), "net.projection", out);
  write_dense(dense + layout.tags, dense + layout.tags_bias, shape.tag, shape.tags(), "net.tags", out);
  write_dense(dense + layout.relations, dense + layout.relations_bias, shape.rel, shape.labels, "net.relations", out);
  std::vector<std::int32_t> distance;
  for (std::size_t i = 0; i < kDistances; ++i) {
    distance.push_back(static_cast<std::int32_t>(std::lround(dense[layout.distance + i] * kByteOne * kByteOne)));
  }
  out.add("net.distance", distance);
}

}  // namespace entente::language::train
