#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/run.hpp"

namespace entente::shapes {

void intern_targets(const Plan& plan, Data& data) {
  for (const Shape& shape : plan.shapes) {
    for (const Target& target : shape.targets) {
      if (target.kind == TargetKind::Node) data.intern(target.term);
    }
  }
}

std::vector<TermId> focus_nodes(const Shape& shape, const Data& data) {
  std::vector<TermId> out;
  for (const Target& target : shape.targets) {
    const TermId id = data.terms().find(target.term);
    switch (target.kind) {
      case TargetKind::Node: out.push_back(id); break;
      case TargetKind::Class:
      case TargetKind::ImplicitClass: {
        const auto instances = data.instances_of(target.term).sorted();
        out.insert(out.end(), instances.begin(), instances.end());
        break;
      }
      case TargetKind::SubjectsOf:
        for (const auto& t : data.graph().with_predicate(id)) out.push_back(t.subject);
        break;
      case TargetKind::ObjectsOf:
        for (const auto& t : data.graph().with_predicate(id)) out.push_back(t.object);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace entente::shapes
