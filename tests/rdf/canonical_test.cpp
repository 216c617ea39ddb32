#include "core/rdf/canonical.hpp"

#include <nlohmann/json.hpp>

#include "tests/support/manifest.hpp"
#include "tests/support/shared.hpp"

using namespace entente;
using namespace entente::rdf;
using namespace entente::tests;

namespace {

Dataset turtle(const std::string& text) {
  Diagnostics diagnostics;
  auto data = parse(text, Syntax::Turtle, diagnostics);
  REQUIRE(diagnostics.empty());
  return data;
}

void run_entry(const Manifest& manifest, TermId entry) {
  const auto type = manifest.type(entry);
  const auto name = manifest.mf(entry, "name");
  Diagnostics diagnostics;
  const auto data = load(manifest.local(manifest.mf(entry, "action")), diagnostics);
  CHECK(diagnostics.empty());
  CanonicalOptions options;
  options.sha384 = manifest.value(entry, "https://w3c.github.io/rdf-canon/tests/vocab#hashAlgorithm") == "SHA384";
  const auto got = canonicalize(data, options);
  if (type.ends_with("#RDFC10NegativeEvalTest")) {
    CHECK_MESSAGE(!got.ok(), name);
    return;
  }
  REQUIRE_MESSAGE(got.ok(), name);
  const auto expected = read_file(manifest.local(manifest.mf(entry, "result")));
  REQUIRE(expected.ok());
  if (type.ends_with("#RDFC10EvalTest")) {
    CHECK_MESSAGE(got->nquads == *expected, name);
  } else {
    REQUIRE_MESSAGE(type.ends_with("#RDFC10MapTest"), "unknown test type " << type);
    const std::map<std::string, std::string> labels = nlohmann::json::parse(*expected);
    CHECK_MESSAGE(labels == got->labels, name);
  }
}

}  // namespace

TEST_CASE("W3C RDF Dataset Canonicalization") {
  if (!has_shared("w3c/rdf-canon/manifest.ttl")) return;
  const Manifest manifest(shared_path("w3c/rdf-canon/manifest.ttl"), "https://w3c.github.io/rdf-canon/tests/");
  CHECK(manifest.entries().size() == 86);
  for (const TermId entry : manifest.entries()) run_entry(manifest, entry);
}

TEST_CASE("isomorphism looks through labels only") {
  CHECK(*isomorphic(turtle("_:a <p:p> _:b . _:b <p:q> 1 ."), turtle("_:x <p:p> [ <p:q> 1 ] .")));
  CHECK_FALSE(*isomorphic(turtle("_:a <p:p> _:b . _:b <p:q> 1 ."), turtle("_:x <p:p> [ <p:q> 2 ] .")));
  CHECK_FALSE(*isomorphic(turtle("_:a <p:p> _:b . _:b <p:p> _:a ."), turtle("_:a <p:p> _:a . _:b <p:p> _:b .")));
  CHECK(*isomorphic(turtle(""), turtle("")));
}

TEST_CASE("isomorphism tries pairs where colours do not tell") {
  const auto ring = [](int from, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "_:n" + std::to_string(from + i) + " <p:p> _:n" + std::to_string(from + (i + 1) % count) + " .\n";
    return text;
  };
  CHECK(*isomorphic(turtle(ring(0, 6)), turtle(ring(50, 6))));
  CHECK_FALSE(*isomorphic(turtle(ring(0, 6)), turtle(ring(0, 3) + ring(3, 3))));
  CHECK(*isomorphic(turtle(ring(0, 3) + ring(3, 4)), turtle(ring(4, 3) + ring(0, 4))));
  std::string chain;
  for (int i = 0; i < 500; ++i) chain += "_:n" + std::to_string(i) + " <p:p> _:n" + std::to_string(i + 1) + " .\n";
  CHECK(*isomorphic(turtle(chain), turtle(chain)));
  CHECK_FALSE(*isomorphic(turtle(chain), turtle(chain + "_:x <p:p> _:y .")));
}

TEST_CASE("a graph made to take for ever is refused quickly") {
  std::string text;
  for (int i = 0; i < 30; ++i) {
    for (int j = 0; j < 30; ++j) text += "_:n" + std::to_string(i) + " <p:p> _:n" + std::to_string(j) + " .\n";
  }
  const auto got = canonicalize(turtle(text));
  REQUIRE_FALSE(got.ok());
  CHECK(got.error().code == Code::RdfTooSymmetric);
}

TEST_CASE("a long chain of blank nodes is no matter") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "_:n" + std::to_string(i) + " <p:p> _:n" + std::to_string(i + 1) + " .\n";
  const auto got = canonicalize(turtle(text));
  CHECK((got.ok() || got.error().code == Code::RdfTooSymmetric));
}
