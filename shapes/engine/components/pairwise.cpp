#include "shapes/engine/components/pairwise.hpp"

#include <algorithm>

#include "core/rdf/xsd.hpp"

namespace entente::shapes::components {
namespace {

rdf::OrderedValue ordered(const rdf::Dictionary& terms, TermId id) {
  if (terms.kind(id) != rdf::TermKind::Literal) return {};
  std::string unused;  // literals are never assembled
  return rdf::ordered_value(terms.view(id, unused));
}

}  // namespace

std::vector<TermId> OtherValues::of(TermId focus) const {
  std::vector<TermId> out;
  walker_.append(path_, focus, out);
  if (path_.kind == PathKind::Predicate || path_.kind == PathKind::Inverse) return out;  // as the graph has them
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Term parameter_of(const ShapeScope& scope, const Path& path) {
  if (path.kind == PathKind::Predicate) return path.predicate;
  return rdf::literal(to_text(path, [&](std::string_view iri) { return short_text({rdf::TermKind::Iri, iri, {}, {}}, scope.prefixes()); }));
}

void add_pairwise(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message,
                  bool (*accepts)(std::partial_ordering)) {
  for (const Path& other : scope.paths(parameter)) {
    if (!scope.is_property()) return scope.refuse(parameter, "only property shapes may have it");
    scope.add({{name, parameter_of(scope, other)}}, message, SetRule{[other, accepts](const Data& data) -> SetCheck {
                const auto others = std::make_shared<const OtherValues>(other, data);
                return [others, accepts, &terms = data.terms()](TermId focus, std::span<const TermId> values, Failures& failures) {
                  if (values.empty()) return;
                  std::vector<rdf::OrderedValue> bounds;
                  others->each(focus, [&](TermId id) { bounds.push_back(ordered(terms, id)); });
                  for (const TermId value : values) {
                    const rdf::OrderedValue mine = ordered(terms, value);
                    for (const rdf::OrderedValue& theirs : bounds) {
                      if (!accepts(rdf::compare(mine, theirs))) failures.add(value);
                    }
                  }
                };
              }});
  }
}

void add_membership(ShapeScope& scope, std::string_view parameter, const std::string& name, const std::string& message, bool wanted) {
  for (const Path& other : scope.paths(parameter)) {
    scope.add({{name, parameter_of(scope, other)}}, message, SetRule{[other, wanted](const Data& data) -> SetCheck {
                const auto others = std::make_shared<const OtherValues>(other, data);
                return [others, wanted](TermId focus, std::span<const TermId> values, Failures& failures) {
                  if (values.empty()) return;
                  const auto all = others->of(focus);
                  for (const TermId value : values) {
                    if (std::binary_search(all.begin(), all.end(), value) != wanted) failures.add(value);
                  }
                };
              }});
  }
}

}  // namespace entente::shapes::components
