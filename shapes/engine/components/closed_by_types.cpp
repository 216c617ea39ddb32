// sh:closed sh:ByTypes (SHACL 1.2 draft): value nodes have only properties that the shape or their classes name.
#include <algorithm>
#include <map>
#include <memory>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {
namespace {

using ByClass = std::vector<std::pair<Term, std::vector<Term>>>;

std::vector<Term> own_properties(const Source& source, TermId shape) {
  std::vector<Term> out;
  for (const TermId property : source.objects(shape, vocab::sh::property)) {
    for (const TermId path : source.objects(property, vocab::sh::path)) {
      if (source.graph().kind(path) == rdf::TermKind::Iri) out.push_back(source.term(path));
    }
  }
  return out;
}

// Classes with the properties of the shapes that are these classes or have them as target.
ByClass properties_of_classes(const Source& source) {
  ByClass out;
  std::vector<TermId> shapes;
  for (const auto& t : source.graph().with_predicate(source.id(vocab::sh::property))) shapes.push_back(t.subject);
  std::sort(shapes.begin(), shapes.end());
  shapes.erase(std::unique(shapes.begin(), shapes.end()), shapes.end());
  for (const TermId shape : shapes) {
    const auto properties = own_properties(source, shape);
    out.emplace_back(source.term(shape), properties);
    for (const TermId target : source.objects(shape, vocab::sh::targetClass)) out.emplace_back(source.term(target), properties);
  }
  return out;
}

SetCheck bind_closed(const std::vector<Term>& everywhere, const ByClass& by_class, const Data& data) {
  struct Entry {
    const IdSet* instances;
    std::vector<TermId> properties;
  };
  const auto ids_of = [&](const std::vector<Term>& terms) {
    std::vector<TermId> ids;
    for (const Term& term : terms) ids.push_back(data.graph().find(term));
    return ids;
  };
  auto entries = std::make_shared<std::vector<Entry>>();
  for (const auto& [type, properties] : by_class) entries->push_back({&data.instances_of(type), ids_of(properties)});
  const auto has = [](const std::vector<TermId>& ids, TermId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
  return [entries, has, always = ids_of(everywhere), &graph = data.graph()](TermId, std::span<const TermId> values, Failures& failures) {
    for (const TermId value : values) {
      for (const auto& t : graph.with_subject(value)) {
        if (has(always, t.predicate)) continue;
        const bool named = std::any_of(entries->begin(), entries->end(), [&](const Entry& e) {
          return e.instances->contains(value) && has(e.properties, t.predicate);
        });
        if (!named) failures.add(t.object, t.predicate);
      }
    }
  };
}

}  // namespace

void closed_by_types(ShapeScope& scope) {
  const auto closed = scope.values(vocab::sh::closed);
  if (closed.size() != 1 || !scope.source().is(closed[0], sh12::ByTypes)) return;
  std::vector<Term> everywhere = own_properties(scope.source(), scope.node());
  for (const TermId head : scope.values(vocab::sh::ignoredProperties)) {
    const auto members = scope.list(vocab::sh::ignoredProperties, head);
    if (!members) return;
    for (const TermId member : *members) everywhere.push_back(scope.term(member));
  }
  everywhere.push_back(rdf::iri(vocab::rdf::type));
  scope.add({}, "The property is not allowed here: no type of the node names it",
            SetRule{[everywhere, by_class = properties_of_classes(scope.source())](const Data& data) { return bind_closed(everywhere, by_class, data); }});
}

}  // namespace entente::shapes::components
