// The table of constraint components: one file in components/, one line in components.def.
#pragma once

#include <span>
#include <string_view>

namespace entente::shapes {

class ShapeScope;

// The text of SHACL 1.2 Core that the draft components follow: the editor's draft in w3c/data-shapes.
inline constexpr std::string_view kDraft = "editor's draft of 2026, w3c/data-shapes 4192dfe8";

struct Component {
  std::string_view iri;
  std::string_view section;     // of the specification
  std::string_view parameters;  // local names in the SHACL namespace, separated by spaces; the first is the key
  std::string_view looks_at;    // value, data, set, shapes: what its constraints may look at
  bool draft = false;           // SHACL 1.2
  void (*compile)(ShapeScope& scope) = nullptr;

  std::string_view name() const { return iri.substr(iri.find('#') + 1); }
};

// In the order of components.def, which is the order of a shape's constraints.
std::span<const Component> registry();

}  // namespace entente::shapes
