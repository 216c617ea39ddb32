// sh:singleLine (SHACL 1.2 draft, strings): no value is a literal with a line break. IRIs and blank nodes pass.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {

void single_line(ShapeScope& scope) {
  if (!scope.boolean(sh12::singleLine).value_or(false)) return;
  scope.add({}, "Value has more than one line", ValueRule{[](const rdf::Dictionary& terms) -> ValueCheck {
              return [&terms](TermId value) {
                return terms.kind(value) != rdf::TermKind::Literal || terms.rest(value).find_first_of("\f\n\r\v") == std::string_view::npos;
              };
            }});
}

}  // namespace entente::shapes::components
