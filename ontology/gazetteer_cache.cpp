// The compiled register kept in a cache folder under the hash of what it was compiled from.
#include <system_error>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "extract/gazetteer/fold.hpp"
#include "extract/gazetteer/layout.hpp"
#include "ontology/register_reader.hpp"

namespace entente::ontology {
namespace {

// Changes with every byte of every file, with their order, and with the format.
Result<std::string> content_key(const std::vector<std::filesystem::path>& files) {
  std::string all = std::to_string(extract::layout::kVersion) + "." + std::to_string(extract::kFoldVersion) + "." +
                    std::to_string(kReaderVersion);
  for (const auto& file : files) {
    const auto bytes = MappedFile::open(file);
    if (!bytes) return bytes.error();
    all += " " + std::to_string(bytes->bytes().size()) + ":" + std::to_string(extract::layout::checksum(bytes->bytes()));
  }
  return short_hash(all);
}

}  // namespace

Result<extract::Gazetteer> load_gazetteer(const std::vector<std::filesystem::path>& paths,
                                          const std::filesystem::path& cache, Diagnostics& diagnostics) {
  const auto files = register_files(paths, diagnostics);
  std::filesystem::path stored;
  if (!cache.empty()) {
    const auto key = content_key(files);
    if (!key) return key.error();
    stored = cache / ("gazetteer-" + *key + ".bin");
    std::error_code error;
    if (std::filesystem::exists(stored, error)) {
      if (auto gazetteer = extract::Gazetteer::open(stored)) return gazetteer;
    }
  }
  auto entries = read_register(files, diagnostics).entries;
  auto bytes = extract::compile(std::move(entries), files.empty() ? "register" : files.front().parent_path().string(), diagnostics);
  if (!stored.empty()) {
    std::error_code error;
    std::filesystem::create_directories(cache, error);
    if (!error) static_cast<void>(write_file(stored, bytes));
  }
  return extract::Gazetteer::from_bytes(std::move(bytes), "register");
}

}  // namespace entente::ontology
