// sh:languageIn (SHACL 4.4.4): each value has a language tag that one of the basic ranges matches (RFC 4647, 3.3.1).
#include <algorithm>

#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"

namespace entente::shapes::components {
namespace {

// Both in lower case.
bool matches(std::string_view tag, std::string_view range) {
  if (tag.empty()) return false;
  if (range == "*" || tag == range) return true;
  return tag.size() > range.size() && tag.substr(0, range.size()) == range && tag[range.size()] == '-';
}

}  // namespace

void language_in(ShapeScope& scope) {
  const auto head = scope.single(vocab::sh::languageIn);
  if (!head) return;
  const auto members = scope.list(vocab::sh::languageIn, *head);
  if (!members) return;
  std::vector<std::string> ranges;
  std::string all;
  for (const TermId member : *members) {
    const Term range = scope.term(member);
    if (range.datatype != rdf::kXsdString) return scope.refuse(vocab::sh::languageIn, "every member must be a string without language");
    all += (all.empty() ? "" : ", ") + range.value;
    ranges.push_back(rdf::lang_literal("", range.value).language);
  }
  scope.add({{"languageIn", rdf::literal(all)}}, "Value's language is none of {languageIn}",
            ValueRule{[ranges](const rdf::Dictionary& terms) -> ValueCheck {
              return [ranges, &terms](TermId value) {
                const std::string& tag = terms.group_of(value).language;
                return std::any_of(ranges.begin(), ranges.end(), [&](const std::string& range) { return matches(tag, range); });
              };
            }});
}

}  // namespace entente::shapes::components
