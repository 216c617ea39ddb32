// sh:someValue (SHACL 1.2 draft, shapes): at least one value conforms to the shape.
#include <algorithm>

#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {
namespace {

void check(ShapeIndex shape, Evaluator& evaluator, const Batch& batch, Sink& sink) {
  std::vector<char> good;
  evaluator.conforms(shape, batch.values, good);
  for (std::size_t i = 0; i < batch.focus.size(); ++i) {
    const auto begin = good.begin() + batch.start[i];
    if (std::find(begin, good.begin() + batch.start[i + 1], 1) != good.begin() + batch.start[i + 1]) continue;
    sink.fail(batch, i, evaluator.current_shape(), evaluator.current_constraint(), {});
  }
}

}  // namespace

void some_value(ShapeScope& scope) {
  for (const TermId node : scope.values(sh12::someValue)) {
    const ShapeIndex shape = scope.shape_ref(node);
    scope.add({{"someValue", scope.term(node)}}, "No value conforms to {someValue}",
              ShapeRule{[shape](Evaluator& evaluator, const Batch& batch, Sink& sink) { check(shape, evaluator, batch, sink); }})
        .shapes = {shape};
  }
}

}  // namespace entente::shapes::components
