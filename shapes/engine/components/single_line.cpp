// sh:singleLine (SHACL 1.2 draft): each value is a literal without line breaks.
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/draft.hpp"

namespace entente::shapes::components {

void single_line(ShapeScope& scope) {
  if (!scope.boolean(sh12::singleLine).value_or(false)) return;
  scope.add({}, "Value is no literal on a single line", ValueRule{[](const rdf::Dictionary& terms) -> ValueCheck {
              return [&terms](TermId value) {
                return terms.kind(value) == rdf::TermKind::Literal && terms.rest(value).find_first_of("\n\r\f\v") == std::string_view::npos;
              };
            }});
}

}  // namespace entente::shapes::components
