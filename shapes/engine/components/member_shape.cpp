// sh:memberShape (SHACL 1.2 draft, lists): each value is a list all members of which conform to the shape.
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {
namespace {

void check(ShapeIndex shape, Evaluator& evaluator, const Batch& batch, Sink& sink) {
  const ListReader list(evaluator.plan().data->graph());
  std::vector<char> good;
  for (std::size_t i = 0; i < batch.focus.size(); ++i) {
    Failures failures;
    for (const TermId value : batch.of(i)) {
      const auto members = list(value);
      if (!members) {
        failures.add(value);
        continue;
      }
      evaluator.conforms(shape, *members, good);
      std::vector<TermId> bad;
      for (std::size_t m = 0; m < good.size(); ++m) {
        if (good[m] == 0) bad.push_back((*members)[m]);
      }
      add_with_members(value, std::move(bad), failures);
    }
    for (Failure& failure : failures.items()) sink.fail(batch, i, evaluator.current_shape(), evaluator.current_constraint(), std::move(failure));
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
