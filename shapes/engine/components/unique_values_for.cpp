// sh:uniqueValuesFor (SHACL 1.2 draft): no other target of the shape has exactly the same values for the properties
// as a value node. Value nodes without any of these values pass.
#include <algorithm>
#include <unordered_map>

#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"
#include "shapes/engine/run.hpp"

namespace entente::shapes::components {
namespace {

// All values of the properties, as a key; empty if there are none.
class Keys {
 public:
  Keys(const std::vector<Term>& properties, const Data& data) : graph_(data.graph()) {
    for (const Term& property : properties) ids_.push_back(graph_.find(property));
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  }
  std::u32string operator()(TermId node) const {
    std::u32string out;
    bool any = false;
    for (const TermId property : ids_) {
      for (const auto& t : graph_.with_subject_predicate(node, property)) out.push_back(t.object), any = true;
      out.push_back(rdf::kNoTerm);
    }
    return any ? out : std::u32string();
  }

 private:
  const rdf::Graph& graph_;
  std::vector<TermId> ids_;
};

struct Holders {
  std::size_t count = 0;
  TermId first = rdf::kNoTerm;
};

SetCheck bind_unique(const std::vector<Term>& properties, const std::vector<Target>& targets, const Data& data) {
  auto holders = std::make_shared<std::unordered_map<std::u32string, Holders>>();
  const Keys key(properties, data);
  for (const TermId node : nodes_of(targets, data)) {
    const auto own = key(node);
    if (own.empty()) continue;
    Holders& all = (*holders)[own];
    if (all.count++ == 0) all.first = node;
  }
  return [holders, key](TermId, std::span<const TermId> values, Failures& failures) {
    for (const TermId value : values) {
      const auto own = key(value);
      const auto found = own.empty() ? holders->end() : holders->find(own);
      if (found == holders->end() || (found->second.count == 1 && found->second.first == value)) continue;
      failures.add();
    }
  };
}

}  // namespace

void unique_values_for(ShapeScope& scope) {
  for (const auto& properties : scope.alternatives(sh12::uniqueValuesFor)) {
    scope.add({{"uniqueValuesFor", scope.either(properties)}}, "Another target of the shape has the same values for {uniqueValuesFor}",
              SetRule{[properties, targets = scope.shape().targets](const Data& data) { return bind_unique(properties, targets, data); }});
  }
}

}  // namespace entente::shapes::components
