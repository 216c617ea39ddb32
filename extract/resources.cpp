#include "extract/resources.hpp"

namespace entente::extract {

std::shared_ptr<const Resources> load_resources(const ResourcePaths&, Gazetteer gazetteer, Diagnostics& diagnostics) {
  auto resources = std::make_shared<Resources>();
  resources->gazetteer = std::move(gazetteer);
  if (diagnostics.has_errors()) return nullptr;
  return resources;
}

}  // namespace entente::extract
