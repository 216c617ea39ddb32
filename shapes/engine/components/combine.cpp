#include "shapes/engine/components/combine.hpp"

namespace entente::shapes::components {
namespace {

using Accepts = bool (*)(std::size_t, std::size_t);

ShapeCheck combination(std::vector<ShapeIndex> shapes, Accepts accepts) {
  return [shapes = std::move(shapes), accepts](Evaluator& evaluator, const Batch& batch, Sink& sink) {
    std::vector<std::uint32_t> conforming(batch.values.size(), 0);
    std::vector<char> good;
    for (const ShapeIndex shape : shapes) {
      evaluator.conforms(shape, batch.values, good);
      for (std::size_t v = 0; v < good.size(); ++v) conforming[v] += good[v] != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < batch.focus.size(); ++i) {
      for (std::size_t v = batch.start[i]; v < batch.start[i + 1]; ++v) {
        if (accepts(conforming[v], shapes.size())) continue;
        sink.fail(batch, i, evaluator.current_shape(), evaluator.current_constraint(), {batch.values[v], rdf::kNoTerm, nullptr});
      }
    }
  };
}

}  // namespace

void add_combination(ShapeScope& scope, std::pair<std::string, Term> parameter, std::string message, std::vector<ShapeIndex> shapes,
                     Accepts accepts) {
  scope.add({std::move(parameter)}, std::move(message), ShapeRule{combination(shapes, accepts)}).shapes = shapes;
}

void add_list_combination(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message,
                          Accepts accepts) {
  for (const TermId head : scope.values(parameter)) {
    if (const auto shapes = scope.shape_list(parameter, head)) add_combination(scope, {name, scope.term(head)}, message, *shapes, accepts);
  }
}

}  // namespace entente::shapes::components
