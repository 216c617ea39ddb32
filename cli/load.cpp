#include "cli/load.hpp"

#include "cli/terminal.hpp"
#include <cstdlib>

#include "extract/resources.hpp"
#include "ontology/register_reader.hpp"

namespace entente::cli {

std::filesystem::path cache_folder() {
  if (const char* folder = std::getenv("ENTENTE_CACHE")) return folder;
  if (const char* folder = std::getenv("XDG_CACHE_HOME")) return std::filesystem::path(folder) / "entente";
  if (const char* home = std::getenv("HOME")) return std::filesystem::path(home) / ".cache" / "entente";
  return {};
}

std::filesystem::path demand_data(Context& context, const std::string& relative) {
  auto path = find_data(context, relative);
  if (path.empty()) {
    print({Severity::Error, Code::IoOpen, {relative, 0, 0, {}},
           "Not found in the data folder; name the folder with --data-dir"});
    context.exit_code = kInput;
  }
  return path;
}

std::optional<extract::Extractor> load_extractor(Context& context, const std::string& rules_folder) {
  extract::ResourcePaths paths;
  paths.lexicon = demand_data(context, "extract/lexicon");
  paths.rules = rules_folder.empty() ? demand_data(context, "extract/rules") : std::filesystem::path(rules_folder);
  paths.listed = demand_data(context, "extract/language/models/entities.model");
  const auto register_folder = demand_data(context, "ontology/register");
  if (paths.lexicon.empty() || paths.rules.empty() || paths.listed.empty() || register_folder.empty()) return std::nullopt;
  Diagnostics diagnostics;
  auto gazetteer = ontology::load_gazetteer({register_folder}, cache_folder(), diagnostics);
  if (!gazetteer.ok()) diagnostics.add(gazetteer.error());
  auto resources = gazetteer.ok() ? extract::load_resources(paths, std::move(*gazetteer), diagnostics) : nullptr;
  print(diagnostics);
  if (!resources) {
    context.exit_code = kInput;
    return std::nullopt;
  }
  return extract::Extractor(std::move(resources));
}

}  // namespace entente::cli
