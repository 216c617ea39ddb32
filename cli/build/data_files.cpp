#include "cli/build/data_files.hpp"

#include <algorithm>
#include <vector>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "emit/write.hpp"
#include "ontology/register_excerpt.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> turtle_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".ttl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

rdf::Dataset load_turtle(const fs::path& folder, Diagnostics& diagnostics) {
  const auto files = turtle_files(folder);
  rdf::Dataset all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    rdf::ReadOptions options;
    options.blank_prefix = "f" + std::to_string(i) + "_";
    all.add_all(rdf::load(files[i], diagnostics, options));
  }
  all.sort();
  return all;
}

namespace {

// Where the copy is kept; an empty path if nowhere.
fs::path place_of_copy(const fs::path& folder, const fs::path& cache) {
  if (cache.empty()) return {};
  std::string key;
  for (const auto& file : turtle_files(folder)) {
    const auto bytes = MappedFile::open(file);
    if (!bytes.ok()) return {};
    key += short_hash(bytes->bytes(), 64);
  }
  return cache / (folder.filename().string() + "-" + short_hash(key) + ".nt");
}

void keep_copy(const fs::path& place, const std::string& lines) {
  std::error_code error;
  fs::create_directories(place.parent_path(), error);
  if (!error) static_cast<void>(write_file(place, lines));
}

}  // namespace

rdf::Dataset load_register(const fs::path& folder, const fs::path& cache, const std::set<std::string>& used, const std::string& base,
                           Diagnostics& diagnostics) {
  std::error_code error;
  const auto place = place_of_copy(folder, cache);
  if (!place.empty() && fs::exists(place, error)) {
    Diagnostics faults;
    const auto copy = MappedFile::open(place);
    if (copy.ok()) {
      auto part = ontology::register_excerpt(copy->bytes(), used, base, faults);
      if (faults.empty()) return part;
    }
  }
  const std::string lines = emit::to_string(load_turtle(folder, diagnostics), *emit::find_format("ntriples"), {});
  if (!place.empty() && !diagnostics.has_errors()) keep_copy(place, lines);
  return ontology::register_excerpt(lines, used, base, diagnostics);
}

}  // namespace entente::cli
