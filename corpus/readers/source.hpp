// The documents of the files, folders and streams named on a command line, one at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/readers/reader.hpp"

namespace entente::corpus {

// Inputs are taken in the order given. A folder is walked in byte order of its names, depth first; it gives its
// files with a known ending, but none whose name begins with "." or "_" or is README or LICENSE with any ending.
// Symbolic links to folders are not followed inside a folder. Files are opened when their turn comes and memory is
// bounded by the largest folder and the largest document. A fault costs one input and leaves a diagnostic.
class InputSource {
 public:
  InputSource(std::vector<std::string> inputs, ReadOptions options);
  InputSource(InputSource&&) noexcept;
  ~InputSource();

  // The next document, not read yet (see read()); nothing at the end. Not thread-safe.
  std::optional<RawDocument> next(Diagnostics& diagnostics);
  const ReadOptions& options() const { return options_; }

 private:
  std::optional<RawDocument> open(const std::filesystem::path& path, bool named, Diagnostics& diagnostics);
  void enter(const std::filesystem::path& folder, Diagnostics& diagnostics);
  std::optional<std::filesystem::path> next_in_folders(Diagnostics& diagnostics);

  std::vector<std::string> inputs_;
  ReadOptions options_;
  std::size_t at_ = 0;
  std::vector<std::vector<std::filesystem::path>> folders_;  // what is left of each open folder, last first
  std::unique_ptr<RecordReader> records_;
};

// Reads every document in turn on this thread: `use(Document)` for each, faults to `diagnostics`.
template <typename Use>
void for_each_document(InputSource& source, Diagnostics& diagnostics, Use use) {
  while (auto raw = source.next(diagnostics)) {
    auto document = read(std::move(*raw), source.options(), diagnostics);
    if (document) {
      use(std::move(*document));
    } else {
      diagnostics.add(document.error());
    }
  }
}

}  // namespace entente::corpus
