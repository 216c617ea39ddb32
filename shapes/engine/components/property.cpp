// sh:property (SHACL 4.7.2): each value, as focus node, is validated against the property shape, whose results count.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {
namespace {

void check(ShapeIndex shape, Evaluator& evaluator, const Batch& batch, Sink& sink) {
  if (sink.collects()) return evaluator.run(evaluator.shape(shape), batch.values, sink);
  std::vector<char> good;
  evaluator.conforms(shape, batch.values, good);
  for (std::size_t i = 0; i < batch.focus.size(); ++i) {
    for (std::size_t v = batch.start[i]; v < batch.start[i + 1]; ++v) {
      if (good[v] == 0) sink.fail(batch, i, evaluator.current_shape(), evaluator.current_constraint(), {batch.values[v], rdf::kNoTerm, nullptr});
    }
  }
}

}  // namespace

void property(ShapeScope& scope) {
  for (const TermId node : scope.values(vocab::sh::property)) {
    if (!scope.source().has(node, vocab::sh::path)) {
      scope.refuse(vocab::sh::property, scope.source().name(node) + " is not a property shape: it has no sh:path");
      continue;
    }
    const ShapeIndex shape = scope.shape_ref(node);
    Constraint& constraint = scope.add({{"property", scope.term(node)}}, "Value does not conform to {property}",
                                       ShapeRule{[shape](Evaluator& evaluator, const Batch& batch, Sink& sink) { check(shape, evaluator, batch, sink); }});
    constraint.shapes = {shape};
    constraint.results_of_shapes = true;
  }
}

}  // namespace entente::shapes::components
