#include "cli/build/data_files.hpp"

#include <algorithm>
#include <vector>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "emit/write.hpp"

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

rdf::Dataset load_turtle_cached(const fs::path& folder, const fs::path& cache, Diagnostics& diagnostics) {
  if (cache.empty()) return load_turtle(folder, diagnostics);
  std::string key;
  for (const auto& file : turtle_files(folder)) {
    const auto bytes = MappedFile::open(file);
    if (!bytes.ok()) return load_turtle(folder, diagnostics);
    key += short_hash(bytes->bytes(), 64);
  }
  const auto stored = cache / (folder.filename().string() + "-" + short_hash(key) + ".nt");
  std::error_code error;
  if (fs::exists(stored, error)) {
    Diagnostics faults;
    auto copy = rdf::load(stored, faults);
    if (faults.empty()) return copy;
  }
  auto all = load_turtle(folder, diagnostics);
  fs::create_directories(cache, error);
  if (!error && !diagnostics.has_errors()) static_cast<void>(emit::write_file(stored, all, *emit::find_format("ntriples"), {}));
  return all;
}

}  // namespace entente::cli
