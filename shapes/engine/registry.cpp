#include "shapes/engine/registry.hpp"

namespace entente::shapes {
namespace components {

#define ENTENTE_COMPONENT(function, name, section, parameters, looks_at, draft) void function(ShapeScope& scope);
#include "shapes/engine/components.def"
#undef ENTENTE_COMPONENT

}  // namespace components
namespace {

constexpr Component kComponents[] = {
#define ENTENTE_COMPONENT(function, name, section, parameters, looks_at, draft) \
  {"http://www.w3.org/ns/shacl#" name, section, parameters, looks_at, draft, components::function},
#include "shapes/engine/components.def"
#undef ENTENTE_COMPONENT
};

}  // namespace

std::span<const Component> registry() { return kComponents; }

}  // namespace entente::shapes
