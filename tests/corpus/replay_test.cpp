// Inputs that once broke a reader, and the fuzzers' seeds: tests/fuzz/crashes/NAME and tests/fuzz/corpus/NAME.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/file.hpp"
#include "tests/fuzz/read_any.hpp"

using namespace entente;

namespace {

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("what the fuzzers found is read without a fault") {
  const std::filesystem::path fuzz = std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/fuzz";
  std::size_t replayed = 0;
  for (const std::string format : {"text", "jsonl", "html", "markdown", "sidecar"}) {
    for (const char* kind : {"crashes", "corpus"}) {
      for (const auto& file : files_in(fuzz / kind / ("reader_" + format))) {
        const auto bytes = read_file(file);
        REQUIRE(bytes.ok());
        INFO(file.string());
        tests::read_any(format, *bytes);  // aborts on a fault
        ++replayed;
      }
    }
  }
  CHECK(replayed >= 5);
}
