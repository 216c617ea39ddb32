#include "shapes/engine/components/range.hpp"

#include "core/rdf/xsd.hpp"

namespace entente::shapes::components {

void add_bound(ShapeScope& scope, std::string_view parameter, std::string name, std::string message,
               bool (*accepts)(std::partial_ordering)) {
  const auto id = scope.single(parameter);
  if (!id) return;
  const auto bound = std::make_shared<const Term>(scope.term(*id));
  const rdf::OrderedValue value = rdf::ordered_value(*bound);  // borrows from *bound
  if (bound->kind != rdf::TermKind::Literal) return scope.refuse(parameter, "must be a literal");
  scope.add({{std::move(name), *bound}}, std::move(message), ValueRule{[bound, value, accepts](const rdf::Dictionary& terms) -> ValueCheck {
              return [bound, value, accepts, &terms](TermId id_of_value) {
                if (terms.kind(id_of_value) != rdf::TermKind::Literal) return false;
                std::string unused;
                return accepts(rdf::compare(rdf::ordered_value(terms.view(id_of_value, unused)), value));
              };
            }});
}

}  // namespace entente::shapes::components
