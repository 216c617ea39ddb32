#include "cli/load.hpp"

#include "cli/terminal.hpp"
#include "extract/resources.hpp"

namespace entente::cli {
namespace {

std::filesystem::path demand(Context& context, const std::string& relative) {
  auto path = find_data(context, relative);
  if (path.empty()) {
    print({Severity::Error, Code::IoOpen, {relative, 0, 0, {}},
           "Not found in the data folder; name the folder with --data-dir"});
    context.exit_code = kInput;
  }
  return path;
}

}  // namespace

std::optional<extract::Extractor> load_extractor(Context& context, const std::string& rules_folder) {
  extract::ResourcePaths paths;
  paths.lexicon = demand(context, "extract/lexicon");
  paths.rules = rules_folder.empty() ? demand(context, "extract/rules") : std::filesystem::path(rules_folder);
  if (paths.lexicon.empty() || paths.rules.empty()) return std::nullopt;
  Diagnostics diagnostics;
  auto resources = extract::load_resources(paths, diagnostics);
  print(diagnostics);
  if (!resources) {
    context.exit_code = kInput;
    return std::nullopt;
  }
  return extract::Extractor(std::move(resources));
}

}  // namespace entente::cli
