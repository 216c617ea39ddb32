// sh:uniqueLang (SHACL 4.4.5): no two values share a language tag; one result for each tag that is shared.
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {
namespace {

void check(const rdf::Dictionary& terms, std::span<const TermId> values, Failures& failures) {
  if (values.size() < 2) return;
  std::vector<std::string_view> tags;
  for (const TermId value : values) {
    const std::string& tag = terms.group_of(value).language;
    if (!tag.empty()) tags.push_back(tag);
  }
  std::sort(tags.begin(), tags.end());
  for (std::size_t i = 1; i < tags.size(); ++i) {
    if (tags[i] == tags[i - 1] && (i == 1 || tags[i - 2] != tags[i])) failures.add();
  }
}

}  // namespace

void unique_lang(ShapeScope& scope) {
  const auto on = scope.boolean(vocab::sh::uniqueLang);
  if (!on) return;
  if (!scope.is_property()) return scope.refuse(vocab::sh::uniqueLang, "only property shapes may have it");
  if (!*on) return;
  scope.add({}, "Two values have the same language", SetRule{[](const Data& data) -> SetCheck {
              return [&terms = data.terms()](TermId, std::span<const TermId> values, Failures& failures) {
                check(terms, values, failures);
              };
            }});
}

}  // namespace entente::shapes::components
