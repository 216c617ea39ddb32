// Every test of the W3C suite: whole reports, compared as graphs.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/shapes/w3c_suite.hpp"
#include "tests/support/shared.hpp"

using namespace entente;

TEST_CASE("W3C SHACL Core: all 98 tests") {
  if (!tests::has_shared("w3c/shacl/core/manifest.ttl")) return;
  const auto results = tests::run_suite(tests::shared_path("w3c/shacl/core/manifest.ttl"));
  CHECK(results.size() == 98);
  for (const auto& result : results) CHECK_MESSAGE(result.passed, result.id << ": " << result.reason);
}

TEST_CASE("W3C SHACL-SPARQL: all 23 tests") {
  if (!tests::has_shared("w3c/shacl/sparql/manifest.ttl")) return;
  const auto results = tests::run_suite(tests::shared_path("w3c/shacl/sparql/manifest.ttl"));
  CHECK(results.size() == 23);
  for (const auto& result : results) CHECK_MESSAGE(result.passed, result.id << ": " << result.reason);
}
