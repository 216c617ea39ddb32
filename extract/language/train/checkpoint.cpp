#include "extract/language/train/checkpoint.hpp"

#include "core/base/file.hpp"

namespace entente::language::train {

Result<Done> write_checkpoint(const std::string& path, const Network& network, const Catalogue& catalogue) {
  ContainerWriter out;
  out.add("net.shape", std::vector<NetworkShape>{network.shape()});
  catalogue.write(out);
  out.add("float.dense", network.weights.dense);
  out.add("float.words", network.weights.words);
  out.add("float.parts", network.weights.parts);
  out.add("float.vectors", network.vectors);
  return write_file(path, out.finish());
}

Result<Checkpoint> read_checkpoint(const std::string& path) {
  const auto container = Container::open(path);
  if (!container) return container.error();
  const auto shape = container->get<NetworkShape>("net.shape", 1);
  if (!shape) return shape.error();
  auto catalogue = Catalogue::read(*container);
  if (!catalogue) return catalogue.error();
  Checkpoint checkpoint{Network((*shape)[0], 1), *std::move(catalogue)};
  auto& w = checkpoint.network.weights;
  for (auto [name, values] : {std::pair{"float.dense", &w.dense}, {"float.words", &w.words}, {"float.parts", &w.parts},
                              {"float.vectors", &checkpoint.network.vectors}}) {
    const auto floats = container->get<float>(name, values->size());
    if (!floats) return floats.error();
    values->assign(floats->begin(), floats->end());
  }
  return checkpoint;
}

}  // namespace entente::language::train
