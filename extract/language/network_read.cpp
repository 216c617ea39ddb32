// Reading the network's sections, with every check that inference relies on.
#include <algorithm>
#include <atomic>

#include "extract/language/linear.hpp"
#include "extract/language/network.hpp"

namespace entente::language {
namespace {

constexpr std::int32_t kLargestBias = 1 << 24;

Result<Done> check_shape(const Container& container, const NetworkShape& s) {
  const auto dims = {s.word_dim, s.part_dim, s.hidden, s.arc, s.rel, s.tag};
  const bool fits = std::all_of(dims.begin(), dims.end(), [](std::uint32_t d) { return d >= 4 && d <= 256 && d % 4 == 0; });
  const auto counts = {s.xpos, s.feats, s.labels};
  const bool counted = std::all_of(counts.begin(), counts.end(), [](std::uint32_t c) { return c >= 1 && c <= 4096; });
  const bool sized = s.learnt >= kFirstWord && s.words >= s.learnt && s.words <= 10000000 && s.text_dim <= 256 && s.text_dim % 4 == 0;
  if (!fits || !counted || !sized || s.hidden % 16 != 0 || s.layers < 1 || s.layers > 16 || s.upos != kUposCount ||
      s.part_bits < 4 || s.part_bits > 22) {
    return container.broken("net.shape", "a size is out of range");
  }
  return Done{};
}

}  // namespace

Result<Network::Dense> Network::read_dense(const Container& container, const std::string& name, std::size_t depth, std::size_t columns) {
  const auto packed = PackedMatrix::packed_columns(columns);
  const auto weights = container.get<std::int8_t>(name + ".weights", PackedMatrix::packed_size(depth, columns));
  if (!weights) return weights.error();
  const auto factor = container.get<std::int32_t>(name + ".factor", packed);
  if (!factor) return factor.error();
  const auto bias = container.get<std::int32_t>(name + ".bias", packed);
  if (!bias) return bias.error();
  const auto shift = container.get<std::int32_t>(name + ".shift", 1);
  if (!shift) return shift.error();
  if ((*shift)[0] < 0 || (*shift)[0] > 30) return container.broken(name + ".shift", "it is out of range");
  for (const auto f : *factor) {
    if (f < 0 || f > 2047) return container.broken(name + ".factor", "a factor is out of range");
  }
  for (const auto b : *bias) {
    if (b < -kLargestBias || b > kLargestBias) return container.broken(name + ".bias", "a bias is out of range");
  }
  return Dense{{depth, columns, *weights}, *factor, *bias, (*shift)[0]};
}

Result<Done> Network::read_names(const Container& container) {
  for (auto [section, names, count] : {std::tuple{"net.xpos", &xpos_, shape_.xpos}, {"net.feats", &feats_, shape_.feats},
                                       {"net.labels", &labels_, shape_.labels}}) {
    auto strings = read_strings(container, section);
    if (!strings) return strings.error();
    if (strings->size() != count) return container.broken(section, "their number is not the shape's");
    *names = *std::move(strings);
  }
  const auto triples = container.get<Triple>("net.triples");
  if (!triples) return triples.error();
  triples_ = *triples;
  for (const auto& t : triples_) {
    if (t.upos >= shape_.upos || t.xpos >= shape_.xpos || t.feats >= shape_.feats) {
      return container.broken("net.triples", "a tag is out of range");
    }
  }
  if (triples_.empty()) return container.broken("net.triples", "there are none");
  for (std::uint32_t i = 0; i < triples_.size(); ++i) {
    const auto& t = triples_[i];
    if (pairs_.empty() || pairs_.back().upos != t.upos || pairs_.back().xpos != t.xpos) pairs_.push_back({t.upos, t.xpos, i, i});
    pairs_.back().last = i + 1;
  }
  return Done{};
}

Result<Done> Network::read_words(const Container& container) {
  const auto words = container.get<std::int8_t>("net.word-vectors", std::size_t{shape_.learnt} * shape_.word_dim);
  if (!words) return words.error();
  const auto texts = container.get<std::int8_t>("net.text-vectors", std::size_t{shape_.words} * shape_.text_dim);
  if (!texts) return texts.error();
  const auto parts = container.get<std::int8_t>("net.part-vectors", (std::size_t{1} << shape_.part_bits) * shape_.part_dim);
  if (!parts) return parts.error();
  const auto factor = container.get<std::int32_t>("net.part-factor", 1);
  if (!factor) return factor.error();
  const auto vocabulary = container.get<Slot>("net.vocabulary");
  if (!vocabulary) return vocabulary.error();
  words_ = *words;
  texts_ = *texts;
  parts_ = *parts;
  part_factor_ = (*factor)[0];
  vocabulary_ = *vocabulary;
  if (part_factor_ < 0 || part_factor_ > 1 << 18) return container.broken("net.part-factor", "it is out of range");
  bool free = false;
  for (const auto& slot : vocabulary_) {
    free = free || slot.key == 0;
    if (slot.word >= shape_.words) return container.broken("net.vocabulary", "a word is out of range");
  }
  if (!free || (vocabulary_.size() & (vocabulary_.size() - 1)) != 0) return container.broken("net.vocabulary", "it is no table");
  return Done{};
}

Result<Network> Network::read(const Container& container) {
  const auto shape = container.get<NetworkShape>("net.shape", 1);
  if (!shape) return shape.error();
  static std::atomic<std::uint64_t> last{0};
  Network network;
  network.number_ = ++last;
  const auto& s = network.shape_ = (*shape)[0];
  if (auto done = check_shape(container, s); !done) return done.error();
  if (auto done = network.read_names(container); !done) return done.error();
  if (auto done = network.read_words(container); !done) return done.error();
  for (std::size_t l = 0; l < s.layers; ++l) {
    const auto name = "net.layer" + std::to_string(l);
    auto dense = read_dense(container, name, s.layer_input(l), s.layer_product(l));
    if (!dense) return dense.error();
    network.layers_.push_back(*dense);
    const auto peephole = container.get<std::int32_t>(name + ".peephole", 4 * std::size_t{s.hidden});
    if (!peephole) return peephole.error();
    for (const auto p : *peephole) {
      if (p < -(1 << 17) || p > 1 << 17) return container.broken(name + ".peephole", "a weight is out of range");
    }
    network.peepholes_.push_back(*peephole);
  }
  for (auto [name, dense, depth, columns] : {std::tuple{"net.projection", &network.projection_, s.width(), s.projections()},
                                             {"net.tags", &network.tags_, std::size_t{s.tag}, s.tags()},
                                             {"net.relations", &network.relations_, std::size_t{s.rel}, std::size_t{s.labels}}}) {
    auto read = read_dense(container, name, depth, columns);
    if (!read) return read.error();
    *dense = *read;
  }
  const auto distance = container.get<std::int32_t>("net.distance", kDistances);
  if (!distance) return distance.error();
  for (const auto d : *distance) {
    if (d < -kLargestBias || d > kLargestBias) return container.broken("net.distance", "a score is out of range");
  }
  network.distance_ = *distance;
  return network;
}

std::uint32_t Network::word_of(std::uint64_t hash) const {
  const auto mask = vocabulary_.size() - 1;
  const auto key = LinearModel::key_of(hash);
  for (auto i = hash & mask; vocabulary_[i].key != 0; i = (i + 1) & mask) {
    if (vocabulary_[i].key == key) return vocabulary_[i].word;
  }
  return 0;
}

}  // namespace entente::language
