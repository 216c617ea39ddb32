#include "shapes/engine/components/length.hpp"

#include "core/base/utf8.hpp"

namespace entente::shapes::components {

std::optional<std::size_t> length_of(const rdf::Dictionary& terms, rdf::TermId id) {
  const rdf::TermGroup& group = terms.group_of(id);
  if (group.kind == rdf::TermKind::Blank) return std::nullopt;
  return count_code_points(group.prefix) + count_code_points(terms.rest(id));
}

}  // namespace entente::shapes::components
