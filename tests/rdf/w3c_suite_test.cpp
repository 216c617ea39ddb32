// The W3C suites of Turtle, TriG, N-Triples and N-Quads, by manifest. No failure is known.
#include "core/rdf/canonical.hpp"
#include "tests/support/manifest.hpp"
#include "tests/support/shared.hpp"

using namespace entente;
using namespace entente::rdf;
using namespace entente::tests;

namespace {

struct Counts {
  int positive = 0, negative = 0, evaluated = 0;
};

Dataset read_test(const std::filesystem::path& path, const std::string& base, Diagnostics& diagnostics) {
  const auto bytes = read_file(path);
  REQUIRE(bytes.ok());
  ReadOptions options;
  options.base = base;
  return parse(*bytes, *syntax_of(path), diagnostics, options);
}

void run_entry(const Manifest& manifest, TermId entry, Counts& counts) {
  const auto type = manifest.type(entry);
  const auto action = manifest.mf(entry, "action");
  const auto name = manifest.mf(entry, "name");
  const bool negative = type.find("Negative") != std::string::npos;
  const bool evaluate = type.ends_with("Eval");
  REQUIRE_MESSAGE((negative || evaluate || type.ends_with("PositiveSyntax")), "unknown test type " << type);
  Diagnostics diagnostics;
  const auto got = read_test(manifest.local(action), action, diagnostics);
  if (negative) {
    ++counts.negative;
    CHECK_MESSAGE(diagnostics.has_errors(), name << ": should be refused");
    return;
  }
  ++(evaluate ? counts.evaluated : counts.positive);
  CHECK_MESSAGE(diagnostics.empty(), name << ": " << (diagnostics.empty() ? "" : to_string(diagnostics.items()[0])));
  if (!evaluate) return;
  Diagnostics none;
  const auto expected = read_test(manifest.local(manifest.mf(entry, "result")), "http://result/", none);
  CHECK(none.empty());
  const auto same = isomorphic(got, expected);
  REQUIRE(same.ok());
  CHECK_MESSAGE(*same, name << ": another graph than expected");
}

Counts run_suite(const std::string& folder) {
  Counts counts;
  const auto file = shared_path("w3c/rdf/" + folder + "/manifest.ttl");
  const Manifest manifest(file, "https://w3c.github.io/rdf-tests/rdf/rdf11/" + folder + "/");
  for (const TermId entry : manifest.entries()) run_entry(manifest, entry, counts);
  return counts;
}

}  // namespace

TEST_CASE("W3C Turtle") {
  if (!has_shared("w3c/rdf/rdf-turtle/manifest.ttl")) return;
  const auto counts = run_suite("rdf-turtle");
  CHECK(counts.positive + counts.negative + counts.evaluated == 313);
}

TEST_CASE("W3C TriG") {
  if (!has_shared("w3c/rdf/rdf-trig/manifest.ttl")) return;
  const auto counts = run_suite("rdf-trig");
  CHECK(counts.positive + counts.negative + counts.evaluated == 356);
}

TEST_CASE("W3C N-Triples") {
  if (!has_shared("w3c/rdf/rdf-n-triples/manifest.ttl")) return;
  const auto counts = run_suite("rdf-n-triples");
  CHECK(counts.positive + counts.negative == 70);
}

TEST_CASE("W3C N-Quads") {
  if (!has_shared("w3c/rdf/rdf-n-quads/manifest.ttl")) return;
  const auto counts = run_suite("rdf-n-quads");
  CHECK(counts.positive + counts.negative == 87);
}
