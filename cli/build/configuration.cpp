#include "cli/build/configuration.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

// What `build` reads before the first document (load.cpp, setup.cpp), and nothing else that may lie beside it: an installed
// program has no sources of the register, but must name its runs as the one in the source tree does.
struct DataFiles {
  const char* folder;
  std::initializer_list<std::string_view> endings;  // of the names of its files
};
const DataFiles kRead[] = {{"extract/lexicon", {".txt", ".tsv"}},
                           {"extract/rules", {".json"}},
                           {"extract/language/models", {"entities.model"}},
                           {"ontology/register", {".ttl"}},
                           {"ontology/mapping", {".json"}}};

void add_folder(const fs::path& folder, std::initializer_list<std::string_view> endings, std::string& summary) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    const auto name = entry.path().filename().string();
    const bool data = std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
    if (data && entry.is_regular_file(error)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    auto bytes = MappedFile::open(file);
    if (bytes.ok()) summary += file.lexically_relative(folder).string() + " " + short_hash(bytes->bytes()) + "\n";
  }
}

}  // namespace

std::string version() { return ENTENTE_VERSION; }

std::string configuration_hash(const Context& context) {
  std::string summary;
  for (const auto& [folder, endings] : kRead) add_folder(find_data(context, folder), endings, (summary += folder) += '\n');
  return short_hash(summary);
}

}  // namespace entente::cli
