// sh:qualifiedMinCount (SHACL 4.7.3).
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/component.hpp"
#include "shapes/engine/components/qualified.hpp"

namespace entente::shapes::components {

void qualified_min_count(ShapeScope& scope) {
  add_qualified(scope, vocab::sh::qualifiedMinCount, "qualifiedMinCount", "Too few values conform to {qualifiedValueShape}: at least {qualifiedMinCount} must",
                [](std::uint64_t conforming, std::uint64_t count) { return conforming >= count; });
}

}  // namespace entente::shapes::components
