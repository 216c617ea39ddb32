// Where the evaluation data and W3C suites lie, when they are there at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>

namespace entente::tests {

// Folder of the shared material beside the project (`../shared`), joined with `relative`.
inline std::filesystem::path shared_path(const std::string& relative) {
  return std::filesystem::path(ENTENTE_SOURCE_DIR).parent_path() / "shared" / relative;
}

// True if `relative` is there; otherwise says on standard output that the test case is skipped.
inline bool has_shared(const std::string& relative) {
  if (std::filesystem::exists(shared_path(relative))) return true;
  std::printf("skipped: ../shared/%s is not there\n", relative.c_str());
  return false;
}

}  // namespace entente::tests
