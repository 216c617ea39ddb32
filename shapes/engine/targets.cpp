#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/components/draft.hpp"
#include "shapes/engine/run.hpp"

namespace entente::shapes {

void intern_targets(const Plan& plan, Data& data) {
  for (const Shape& shape : plan.shapes) {
    for (const Target& target : shape.targets) {
      if (target.kind == TargetKind::Node) data.intern(target.term);
    }
  }
}

namespace {

void make_set(std::vector<TermId>& nodes) {
  if (!std::is_sorted(nodes.begin(), nodes.end())) std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

void add_nodes(const Target& target, const Data& data, std::vector<TermId>& out) {
  const rdf::Graph& graph = data.graph();
  const TermId id = data.terms().find(target.term);
  switch (target.kind) {
    case TargetKind::Node: out.push_back(id); return;
    case TargetKind::Class:
    case TargetKind::ImplicitClass: {
      const auto instances = data.instances_of(target.term).sorted();
      out.insert(out.end(), instances.begin(), instances.end());
      return;
    }
    case TargetKind::SubjectsOf:
      for (const auto& t : graph.with_predicate(id)) out.push_back(t.subject);
      return;
    case TargetKind::ObjectsOf:
      for (const auto& t : graph.with_predicate(id)) out.push_back(t.object);
      return;
    case TargetKind::Named:
      for (const auto& t : graph.with_predicate_object(graph.find_iri(components::sh12::shape), id)) out.push_back(t.subject);
      return;
    case TargetKind::Where: return;
  }
}

// Every node of the data graph (subjects and objects) that conforms to the shape.
void add_conforming(const BoundPlan& plan, ShapeIndex shape, std::vector<TermId>& out) {
  const rdf::Graph& graph = plan.data->graph();
  std::vector<TermId> all;
  for (TermId id = 1; id <= graph.term_count(); ++id) {
    if (!graph.with_subject(id).empty() || !graph.with_object(id).empty()) all.push_back(id);
  }
  std::vector<char> good;
  Evaluator(plan).conforms(shape, all, good);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (good[i] != 0) out.push_back(all[i]);
  }
}

}  // namespace

std::vector<TermId> nodes_of(const std::vector<Target>& targets, const Data& data) {
  std::vector<TermId> out;
  for (const Target& target : targets) add_nodes(target, data, out);
  make_set(out);
  return out;
}

std::vector<TermId> focus_nodes(const BoundPlan& plan, const Shape& shape) {
  auto out = nodes_of(shape.targets, *plan.data);
  for (const Target& target : shape.targets) {
    if (target.kind == TargetKind::Where) add_conforming(plan, target.where, out);
  }
  make_set(out);
  return out;
}

}  // namespace entente::shapes
