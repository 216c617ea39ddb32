// The W3C SHACL test suite, run by its manifests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente::tests {

struct SuiteResult {
  std::string id;     // path of the test below the suite, "core/node/and-001"
  std::string label;
  bool passed = false;
  std::string reason; // why not
};

// All tests that the manifest includes, in its order. A test of unknown type, and an entry that cannot be
// read, is a failed test.
std::vector<SuiteResult> run_suite(const std::filesystem::path& manifest);

// EARL 1.0 as Turtle.
std::string earl_report(const std::vector<SuiteResult>& results);

}  // namespace entente::tests
