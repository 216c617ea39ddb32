#include "shapes/engine/components/qualified.hpp"

#include <algorithm>

#include "core/rdf/vocabulary.hpp"

namespace entente::shapes::components {
namespace {

namespace sh = vocab::sh;
using Accepts = bool (*)(std::uint64_t, std::uint64_t);

// SHACL 4.7.3 "sibling shapes": the qualified value shapes of the property shapes beside this one.
std::vector<ShapeIndex> siblings(ShapeScope& scope, TermId own) {
  Source& source = scope.source();
  std::vector<TermId> nodes;
  const TermId property = source.id(sh::property);
  if (property == rdf::kNoTerm) return {};
  for (const auto& parent : source.graph().with_predicate_object(property, scope.node())) {
    for (const TermId beside : source.objects(parent.subject, sh::property)) {
      for (const TermId node : source.objects(beside, sh::qualifiedValueShape)) {
        if (node != own) nodes.push_back(node);
      }
    }
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  std::vector<ShapeIndex> out;
  for (const TermId node : nodes) out.push_back(scope.shape_ref(node));
  return out;
}

ShapeCheck counting(ShapeIndex wanted, std::vector<ShapeIndex> others, std::uint64_t count, Accepts accepts) {
  return [=](Evaluator& evaluator, const Batch& batch, Sink& sink) {
    std::vector<char> counts;
    evaluator.conforms(wanted, batch.values, counts);
    std::vector<char> good;
    for (const ShapeIndex other : others) {
      evaluator.conforms(other, batch.values, good);
      for (std::size_t v = 0; v < good.size(); ++v) {
        if (good[v] != 0) counts[v] = 0;
      }
    }
    for (std::size_t i = 0; i < batch.focus.size(); ++i) {
      std::uint64_t conforming = 0;
      for (std::size_t v = batch.start[i]; v < batch.start[i + 1]; ++v) conforming += counts[v] != 0 ? 1 : 0;
      if (!accepts(conforming, count)) sink.fail(batch, i, evaluator.current_shape(), evaluator.current_constraint(), {});
    }
  };
}

}  // namespace

void add_qualified(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message, Accepts accepts) {
  const auto count = scope.count(parameter);
  const bool disjoint = scope.boolean(sh::qualifiedValueShapesDisjoint).value_or(false);
  if (!count) return;
  const auto node = scope.single(sh::qualifiedValueShape);
  if (!node) return;
  const ShapeIndex wanted = scope.shape_ref(*node);
  const auto others = disjoint ? siblings(scope, *node) : std::vector<ShapeIndex>{};
  Constraint& constraint = scope.add({{"qualifiedValueShape", scope.term(*node)}, {name, scope.term(*scope.single(parameter))}}, message,
                                     ShapeRule{counting(wanted, others, *count, accepts)});
  constraint.shapes = others;
  constraint.shapes.insert(constraint.shapes.begin(), wanted);
}

}  // namespace entente::shapes::components
