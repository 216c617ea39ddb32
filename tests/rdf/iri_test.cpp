#include <doctest/doctest.h>

#include "core/rdf/iri.hpp"
#include "core/rdf/term.hpp"

using namespace entente;
using namespace entente::rdf;

TEST_CASE("references resolve as RFC 3986, section 5.4 lists them") {
  constexpr std::string_view base = "http://a/b/c/d;p?q";
  const char* const cases[][2] = {
      {"g:h", "g:h"}, {"g", "http://a/b/c/g"}, {"./g", "http://a/b/c/g"}, {"g/", "http://a/b/c/g/"}, {"/g", "http://a/g"},
      {"//g", "http://g"}, {"?y", "http://a/b/c/d;p?y"}, {"g?y", "http://a/b/c/g?y"}, {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"}, {"g?y#s", "http://a/b/c/g?y#s"}, {";x", "http://a/b/c/;x"}, {"g;x", "http://a/b/c/g;x"},
      {"", "http://a/b/c/d;p?q"}, {".", "http://a/b/c/"}, {"./", "http://a/b/c/"}, {"..", "http://a/b/"}, {"../", "http://a/b/"},
      {"../g", "http://a/b/g"}, {"../..", "http://a/"}, {"../../", "http://a/"}, {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"}, {"/./g", "http://a/g"}, {"/../g", "http://a/g"}, {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"}, {"g..", "http://a/b/c/g.."}, {"./../g", "http://a/b/g"}, {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"}, {"g/../h", "http://a/b/c/h"}, {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"}, {"g#s/../x", "http://a/b/c/g#s/../x"}};
  for (const auto& [reference, expected] : cases) CHECK(resolve(base, reference) == expected);
}

TEST_CASE("resolution against odd bases") {
  CHECK(resolve("http://a", "b") == "http://a/b");
  CHECK(resolve("urn:x:y", "#z") == "urn:x:y#z");
  CHECK(resolve("file:///a/b", "c") == "file:///a/c");
  CHECK(resolve("", "c") == "c");
  CHECK(resolve("http://a/b?c", "") == "http://a/b?c");
}

TEST_CASE("file IRIs are percent-encoded") { CHECK(file_iri("/a b/\xC3\xA9#") == "file:///a%20b/%C3%A9%23"); }

TEST_CASE("checked terms") {
  CHECK(checked(iri("http://a/\xC3\xA9")).ok());
  CHECK_FALSE(checked(iri("a/b")).ok());
  CHECK_FALSE(checked(iri("http://a/b c")).ok());
  CHECK(checked(iri("http://a/b c")).error().code == Code::RdfBadIri);
  CHECK(checked(TermView{TermKind::Literal, "a", {}, "EN"}).value().language == "en");
  CHECK(checked(TermView{TermKind::Literal, "a", {}, {}}).value().datatype == kXsdString);
  CHECK(checked(TermView{TermKind::Literal, "a\xFF", {}, {}}).error().code == Code::RdfBadLiteral);
  CHECK_FALSE(checked(blank("a b")).ok());
  CHECK_FALSE(checked(blank("a.")).ok());
}

TEST_CASE("canonical N-Triples form") {
  CHECK(to_ntriples(literal("a\"\\\n\r\t\b\f\x01\x7F\xC3\xA9")) == "\"a\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u007F\xC3\xA9\"");
  CHECK(to_ntriples(lang_literal("x", "De-AT")) == "\"x\"@de-at");
  CHECK(to_ntriples(blank("b")) == "_:b");
  CHECK(to_ntriples(literal("1", "http://x/#y")) == "\"1\"^^<http://x/#y>");
}
