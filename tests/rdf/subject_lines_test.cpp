#include "core/rdf/subject_lines.hpp"

#include <doctest/doctest.h>

#include <string>

using entente::rdf::SubjectLines;

TEST_CASE("subject lines: what one subject says, and the uses of a predicate") {
  const std::string text =
      "<x:a> <x:member> <x:b> .\n"
      "<x:a> <x:name> \"a b\" .\n"
      "<x:ab> <x:name> \"says <x:member> here\" .\n"
      "_:n <x:member> <x:a> .\n"
      "<x:b> <x:member> \"no IRI\" .";
  const SubjectLines lines(text, "x:member");
  CHECK(lines.of("x:a") == "<x:a> <x:member> <x:b> .\n<x:a> <x:name> \"a b\" .\n");
  CHECK(lines.of("x:ab") == "<x:ab> <x:name> \"says <x:member> here\" .\n");
  CHECK(lines.of("x:b") == "<x:b> <x:member> \"no IRI\" .");
  CHECK(lines.of("x:c").empty());
  REQUIRE(lines.uses().size() == 2);
  CHECK(lines.uses()[0] == std::pair<std::string_view, std::string_view>("x:a", "x:b"));
  CHECK(lines.uses()[1].second.empty());
}

TEST_CASE("subject lines: text of another kind gives no lines and no fault") {
  for (const std::string text : {"", "\n", "\n\n<", "<>", "<x:a>", "no triples at all\n<x:", "<x:a> <x:p> <x:q> .\n<x:b> <x:p> <x:q> .\n<x:a>"}) {
    const SubjectLines lines(text, "x:p");
    CHECK(lines.of("x:z").empty());
    CHECK(lines.of("").empty());
  }
}
