// sh:closed and sh:ignoredProperties (SHACL 4.8.1): value nodes have only the properties that the shape names.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {
namespace {

SetCheck bind_closed(const std::vector<Term>& allowed, const Data& data) {
  std::vector<TermId> ids;
  for (const Term& term : allowed) {
    if (const TermId id = data.graph().find(term)) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  return [ids = std::move(ids), &graph = data.graph()](TermId, std::span<const TermId> values, Failures& failures) {
    for (const TermId value : values) {
      for (const auto& t : graph.with_subject(value)) {
        if (!std::binary_search(ids.begin(), ids.end(), t.predicate)) failures.add(t.object, t.predicate);
      }
    }
  };
}

}  // namespace

void closed(ShapeScope& scope) {
  const auto given = scope.values(vocab::sh::closed);
  const bool by_types = given.size() == 1 && scope.source().is(given[0], "http://www.w3.org/ns/shacl#ByTypes");
  if (by_types && scope.draft_1_2()) return;  // closed_by_types.cpp
  const bool on = scope.boolean(vocab::sh::closed).value_or(false);
  std::vector<Term> allowed;
  if (const auto head = scope.single(vocab::sh::ignoredProperties)) {
    const auto members = scope.list(vocab::sh::ignoredProperties, *head);
    if (!members) return;
    for (const TermId member : *members) {
      allowed.push_back(scope.term(member));
      if (!allowed.back().view().is_iri()) return scope.refuse(vocab::sh::ignoredProperties, "every member must be an IRI");
    }
  }
  if (!on) return;
  Source& source = scope.source();
  for (const TermId shape : scope.values(vocab::sh::property)) {
    for (const TermId path : source.objects(shape, vocab::sh::path)) {
      if (source.graph().kind(path) == rdf::TermKind::Iri) allowed.push_back(source.term(path));
    }
  }
  scope.add({}, "The property is not allowed here: the shape is closed",
            SetRule{[allowed](const Data& data) { return bind_closed(allowed, data); }});
}

}  // namespace entente::shapes::components
