// sh:closed sh:ByTypes (SHACL 1.2 draft): value nodes have only rdf:type and the properties that the shapes graph gives
// to their types: by shapes that are, or target, the types and their superclasses, and by what these name with sh:node.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {
namespace {

namespace sh = vocab::sh;

// The draft's collectProperties, over the shapes graph. An explicit stack, and each node once.
class Collector {
 public:
  explicit Collector(const rdf::Graph& shapes) : graph_(shapes), reader_(shapes, std::nullopt), property_(id(sh::property)), path_(id(sh::path)),
        node_(id(sh::node)), target_(id(sh::targetClass)), sub_class_(id(vocab::rdfs::subClassOf)),
        classes_(instances({vocab::rdfs::Class, vocab::owl::Class, sh12::ShapeClass})), node_shapes_(instances({sh::NodeShape, sh12::ShapeClass})) {}

  std::vector<Term> of(const Term& type) const {
    std::set<Term> out;
    std::set<TermId> seen;
    std::vector<TermId> open{graph_.find(type)};
    while (!open.empty()) {
      const TermId shape = open.back();
      open.pop_back();
      if (shape == rdf::kNoTerm || !seen.insert(shape).second) continue;
      add_own(shape, out);
      if (classes_.count(shape) != 0) {
        for (const auto& t : graph_.with_subject_predicate(shape, sub_class_)) open.push_back(t.object);
        for (const auto& t : graph_.with_predicate_object(target_, shape)) open.push_back(t.subject);
      }
      if (node_shapes_.count(shape) != 0) {
        for (const auto& t : graph_.with_subject_predicate(shape, node_)) open.push_back(t.object);
      }
    }
    return {out.begin(), out.end()};
  }

 private:
  TermId id(std::string_view iri) const { return graph_.find_iri(iri); }
  std::set<TermId> instances(std::initializer_list<std::string_view> types) const {
    std::set<TermId> out;
    for (const std::string_view type : types) {
      for (const TermId node : reader_.instances_of({rdf::TermKind::Iri, type, {}, {}}).sorted()) out.insert(node);
    }
    return out;
  }
  void add_own(TermId shape, std::set<Term>& out) const {
    for (const auto& t : graph_.with_subject_predicate(shape, property_)) {
      for (const auto& p : graph_.with_subject_predicate(t.object, path_)) {
        if (graph_.kind(p.object) == rdf::TermKind::Iri) out.insert(graph_.term(p.object));
      }
    }
  }

  rdf::Graph graph_;
  Data reader_;
  TermId property_, path_, node_, target_, sub_class_;
  std::set<TermId> classes_, node_shapes_;
};

std::vector<TermId> ids_of(const std::vector<Term>& terms, const rdf::Graph& graph) {
  std::vector<TermId> out;
  for (const Term& term : terms) {
    if (const TermId id = graph.find(term)) out.push_back(id);
  }
  std::sort(out.begin(), out.end());
  return out;
}

SetCheck bind_closed(const std::vector<Term>& everywhere, const Collector& collector, const Data& data) {
  const rdf::Graph& graph = data.graph();
  const TermId type = graph.find_iri(vocab::rdf::type);
  std::map<TermId, std::vector<TermId>> by_type;
  for (const auto& t : graph.with_predicate(type)) {
    if (by_type.count(t.object) == 0) by_type[t.object] = ids_of(collector.of(graph.term(t.object)), graph);
  }
  const auto has = [](const std::vector<TermId>& ids, TermId id) { return std::binary_search(ids.begin(), ids.end(), id); };
  return [by_type = std::move(by_type), has, always = ids_of(everywhere, graph), type, &graph](TermId, std::span<const TermId> values, Failures& failures) {
    for (const TermId value : values) {
      const auto types = graph.with_subject_predicate(value, type);
      for (const auto& t : graph.with_subject(value)) {
        const bool named = has(always, t.predicate) ||
                           std::any_of(types.begin(), types.end(), [&](const auto& own) { return has(by_type.find(own.object)->second, t.predicate); });
        if (!named) failures.add(t.object, t.predicate);
      }
    }
  };
}

}  // namespace

void closed_by_types(ShapeScope& scope) {
  const auto closed = scope.values(sh::closed);
  if (closed.size() != 1 || !scope.source().is(closed[0], sh12::ByTypes)) return;
  std::vector<Term> everywhere{rdf::iri(vocab::rdf::type)};
  if (const auto head = scope.single(sh::ignoredProperties)) {
    const auto members = scope.list(sh::ignoredProperties, *head);
    if (!members) return;
    for (const TermId member : *members) everywhere.push_back(scope.term(member));
  }
  const auto collector = std::make_shared<const Collector>(scope.source().graph());
  scope.add({}, "The property is not allowed here: no type of the node names it",
            SetRule{[everywhere, collector](const Data& data) { return bind_closed(everywhere, *collector, data); }});
}

}  // namespace entente::shapes::components
