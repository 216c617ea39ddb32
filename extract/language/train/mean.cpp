#include "extract/language/train/mean.hpp"

#include <utility>

#include "extract/language/train/checkpoint.hpp"

namespace entente::language::train {

Result<Done> mean_network(const MeanOptions& o) {
  auto first = read_checkpoint(o.first);
  if (!first) return first.error();
  const auto second = read_checkpoint(o.second);
  if (!second) return second.error();
  const auto &a = first->catalogue, &b = second->catalogue;
  auto& own = first->network.weights;
  const auto& other = second->network.weights;
  const auto parts = {std::pair{&own.dense, &other.dense}, {&own.words, &other.words}, {&own.parts, &other.parts}};
  bool same = a.words == b.words && a.labels == b.labels && a.xpos == b.xpos && a.feats == b.feats && first->network.vectors == second->network.vectors;
  for (const auto& [to, from] : parts) same = same && to->size() == from->size();
  if (!same) return Diagnostic{Severity::Error, Code::ModelContent, {o.second, 0, 0, {}}, "The networks have different shapes or names"};
  for (const auto& [to, from] : parts) {
    for (std::size_t i = 0; i < to->size(); ++i) (*to)[i] = static_cast<float>(o.share * (*to)[i] + (1 - o.share) * (*from)[i]);
  }
  return write_checkpoint(o.output, first->network, a);
}

}  // namespace entente::language::train
