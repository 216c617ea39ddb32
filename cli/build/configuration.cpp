#include "cli/build/configuration.hpp"

#include <algorithm>
#include <vector>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

void add_folder(const fs::path& folder, std::string& summary) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    const auto ending = entry.path().extension();
    const bool data = ending == ".json" || ending == ".txt" || ending == ".tsv" || ending == ".ttl" || ending == ".model";
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
  for (const char* folder : {"extract", "ontology/register", "ontology/mapping"}) {
    add_folder(find_data(context, folder), summary);
  }
  return short_hash(summary);
}

}  // namespace entente::cli
