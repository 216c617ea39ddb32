// sh:memberShape (SHACL 1.2 draft): each value is a list all members of which conform to the shape.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {
namespace {

void check(ShapeIndex shape, Evaluator& evaluator, const Batch& batch, Sink& sink) {
  const ListReader list(evaluator.plan().data->graph());
  std::vector<char> good;
  for (std::size_t i = 0; i < batch.focus.size(); ++i) {
    for (const TermId value : batch.of(i)) {
      const auto members = list(value);
      if (members) evaluator.conforms(shape, *members, good);
      if (members && std::find(good.begin(), good.end(), 0) == good.end()) continue;
      sink.fail(batch, i, evaluator.current_shape(), evaluator.current_constraint(), {value, rdf::kNoTerm, nullptr});
    }
  }
}

}  // namespace

void member_shape(ShapeScope& scope) {
  for (const TermId node : scope.values(sh12::memberShape)) {
    const ShapeIndex shape = scope.shape_ref(node);
    scope.add({{"memberShape", scope.term(node)}}, "Value is not a list whose members all conform to {memberShape}",
              ShapeRule{[shape](Evaluator& evaluator, const Batch& batch, Sink& sink) { check(shape, evaluator, batch, sink); }})
        .shapes = {shape};
  }
}

}  // namespace entente::shapes::components
