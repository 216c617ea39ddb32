#include "shapes/engine/components/pairwise.hpp"

#include "core/rdf/xsd.hpp"

namespace entente::shapes::components {
namespace {

rdf::OrderedValue ordered(const rdf::Dictionary& terms, TermId id) {
  if (terms.kind(id) != rdf::TermKind::Literal) return {};
  std::string unused;  // literals are never assembled
  return rdf::ordered_value(terms.view(id, unused));
}

}  // namespace

void add_pairwise(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message,
                  bool (*accepts)(std::partial_ordering)) {
  for (const Term& other : scope.iris(parameter)) {
    if (!scope.is_property()) return scope.refuse(parameter, "only property shapes may have it");
    scope.add({{name, other}}, message, SetRule{[other, accepts](const Data& data) -> SetCheck {
                return [&data, accepts, p = data.graph().find(other)](TermId focus, std::span<const TermId> values, Failures& failures) {
                  const auto objects = data.graph().with_subject_predicate(focus, p);
                  std::vector<rdf::OrderedValue> others;
                  for (const auto& t : objects) others.push_back(ordered(data.terms(), t.object));
                  for (const TermId value : values) {
                    const rdf::OrderedValue mine = ordered(data.terms(), value);
                    for (const rdf::OrderedValue& theirs : others) {
                      if (!accepts(rdf::compare(mine, theirs))) failures.add(value);
                    }
                  }
                };
              }});
  }
}

}  // namespace entente::shapes::components
