// Temporary folders and shorthand for the corpus tests.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.hpp"
#include "corpus/readers/source.hpp"

namespace entente::tests {

class TempFolder {
 public:
  TempFolder() {
    static std::atomic<int> counter{0};
    path_ = std::filesystem::temp_directory_path() /
            ("entente-corpus-" + std::to_string(::getpid()) + "-" + std::to_string(counter++));
    std::filesystem::create_directories(path_);
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  // Writes a file, folders included, and gives its path.
  std::string put(const std::string& name, std::string_view bytes) const {
    const auto path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    (void)write_file(path, bytes);
    return path.string();
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

struct Corpus {
  std::vector<corpus::Document> documents;
  Diagnostics diagnostics;
};

inline Corpus read_all(std::vector<std::string> inputs, corpus::ReadOptions options = {}) {
  Corpus out;
  corpus::InputSource source(std::move(inputs), std::move(options));
  corpus::for_each_document(source, out.diagnostics,
                            [&](corpus::Document document) { out.documents.push_back(std::move(document)); });
  return out;
}

// A document of `bytes` in `format`, without a file.
inline Result<corpus::Document> read_bytes(std::string_view format, std::string bytes, Diagnostics& diagnostics,
                                           const corpus::ReadOptions& options = {}) {
  return corpus::read({corpus::format_named(format), "memory", {}, std::move(bytes), 0}, options, diagnostics);
}

}  // namespace entente::tests
