#include "ontology/register_excerpt.hpp"

#include <doctest/doctest.h>

#include "emit/write.hpp"

using namespace entente;

namespace {

constexpr const char* kRegister = R"(
@prefix org: <http://www.w3.org/ns/org#> .
@prefix id: <https://w3id.org/entente/kb/id/> .
id:a org:memberOf id:b ; <x:name> "A" .
id:b <x:name> "B" .
id:c <x:name> "C" .
id:m org:member id:a ; org:organization id:d .
id:n org:member id:b ; org:organization id:c .
id:d <x:name> "D" .
)";

std::string excerpt(const std::set<std::string>& used, const std::string& base) {
  Diagnostics diagnostics;
  const auto lines = emit::to_string(rdf::parse(kRegister, rdf::Syntax::Turtle, diagnostics), *emit::find_format("ntriples"), {});
  const auto out = emit::to_string(ontology::register_excerpt(lines, used, base, diagnostics), *emit::find_format("ntriples"), {});
  CHECK(diagnostics.empty());
  return out;
}

bool says(const std::string& lines, const std::string& start) { return lines.find(start) != std::string::npos; }

}  // namespace

TEST_CASE("register excerpt: what is used, its memberships, and what those point to") {
  const std::string base = "https://w3id.org/entente/kb/";
  const auto lines = excerpt({base + "id/a", base + "id/unknown", "x:other"}, base);
  for (const char* kept : {"a", "b", "m", "d"}) CHECK(says(lines, "<" + base + "id/" + kept + "> <"));
  for (const char* left : {"c", "n"}) CHECK_FALSE(says(lines, "<" + base + "id/" + left + "> <"));
  CHECK(excerpt({}, base).empty());
}

TEST_CASE("register excerpt: moved to the base of the knowledge base") {
  const auto lines = excerpt({"https://own.example/id/c"}, "https://own.example/");
  CHECK(lines == "<https://own.example/id/c> <x:name> \"C\" .\n");
}
