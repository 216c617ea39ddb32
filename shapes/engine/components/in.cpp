// sh:in (SHACL 4.8.3): each value is a member of the list.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {

void in(ShapeScope& scope) {
  const auto head = scope.single(vocab::sh::in);
  if (!head) return;
  const auto members = scope.list(vocab::sh::in, *head);
  if (!members) return;
  std::vector<Term> terms_in;
  std::string all;
  for (const TermId member : *members) {
    terms_in.push_back(scope.term(member));
    if (terms_in.size() <= 12) all += (all.empty() ? "" : ", ") + short_text(terms_in.back(), scope.prefixes());
    if (terms_in.size() == 13) all += ", ...";
  }
  scope.add({{"in", rdf::literal(all)}}, "Value is none of: {in}", ValueRule{[terms_in](const rdf::Dictionary& terms) -> ValueCheck {
              std::vector<TermId> ids;
              for (const Term& term : terms_in) {
                if (const TermId id = terms.find(term)) ids.push_back(id);
              }
              std::sort(ids.begin(), ids.end());
              return [ids](TermId value) { return std::binary_search(ids.begin(), ids.end(), value); };
            }});
}

}  // namespace entente::shapes::components
