// What the SHACL 1.2 draft adds, only where it is asked for.
#include <doctest/doctest.h>

#include "shapes/engine/registry.hpp"
#include "tests/shapes/inline.hpp"

using namespace entente;
using tests::validated;
using Lines = std::vector<std::string>;

namespace {

shapes::CompileOptions draft() {
  shapes::CompileOptions options;
  options.draft_1_2 = true;
  return options;
}

Lines with_draft(const std::string& data, const std::string& shapes_text) { return validated(data, shapes_text, {}, draft()); }

// One property shape on ex:p of ex:n.
std::string on_p(const std::string& constraint) {
  return "ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:property [ sh:path ex:p ; " + constraint + " ] .";
}

bool refused(const Lines& lines, const std::string& what) { return lines.size() == 1 && lines[0].find(what) != std::string::npos; }

shapes::Report details_of(const std::string& data, const std::string& shapes_text) {
  Diagnostics diagnostics;
  const auto plan = shapes::compile(tests::turtle(shapes_text), draft(), diagnostics);
  REQUIRE(plan);
  shapes::ValidateOptions options;
  options.details = true;
  const auto report = shapes::validate(*plan, tests::turtle(data), options);
  REQUIRE(report->results.size() == 1);
  shapes::Report inside;
  inside.results = report->results[0].details;
  return inside;
}

}  // namespace

TEST_CASE("draft: lengths of lists; what is no list fails") {
  const std::string lists = "ex:n ex:p ( 1 2 3 ), ( 1 1 ), (), ex:none, _:broken, _:loop . _:broken rdf:first 1 . _:loop rdf:first 1 ; rdf:rest _:loop .";
  CHECK(with_draft(lists, on_p("sh:minListLength 2")).size() == 4);
  CHECK(with_draft(lists, on_p("sh:maxListLength 2")).size() == 4);
  CHECK(with_draft(lists, on_p("sh:minListLength 0")).size() == 3);
  CHECK(validated(lists, on_p("sh:minListLength 2")).empty());
  CHECK(refused(with_draft("", on_p("sh:minListLength -1")), "SHACL 1.2, lists"));
  CHECK(refused(with_draft("", on_p("sh:maxListLength \"2\"")), "SHACL 1.2, lists"));
}

TEST_CASE("draft: unique members, each repeated one a detail") {
  const std::string lists = "ex:n ex:p ( 1 2 3 ), ( 1 1 ), (), ex:none .";
  CHECK(with_draft(lists, on_p("sh:uniqueMembers true")).size() == 2);
  CHECK(with_draft(lists, on_p("sh:uniqueMembers false")) == Lines{"n p none UniqueMembers"});  // still a list
  const auto inside = details_of("ex:n ex:p ( 4 5 4 6 4 5 ) .", on_p("sh:uniqueMembers true"));
  CHECK(tests::lines_of(inside) == Lines{"n p \"4\" UniqueMembers", "n p \"5\" UniqueMembers"});
}

TEST_CASE("draft: shape of members, their results the details") {
  const std::string lists = "ex:n ex:p ( 1 2 ), ( 1 2 3 4 ), (), ex:none .";
  CHECK(with_draft(lists, on_p("sh:memberShape [ sh:maxInclusive 2 ]")).size() == 2);
  CHECK(with_draft(lists, on_p("sh:memberShape [ sh:deactivated true ; sh:maxInclusive 2 ]")) == Lines{"n p none MemberShape"});
  const auto inside = details_of("ex:n ex:p ( 1 ex:x 3 ) .", on_p("sh:memberShape [ sh:datatype xsd:integer ; sh:maxInclusive 2 ]"));
  CHECK(tests::lines_of(inside) == Lines{"\"3\" - \"3\" MaxInclusive", "x - x Datatype", "x - x MaxInclusive"});
  CHECK(refused(with_draft("", "ex:S a sh:NodeShape ; sh:memberShape ex:S ."), "SH002"));
}

TEST_CASE("draft: subsets and other property pairs over paths") {
  const std::string data = "ex:n ex:p 1, 2, 5 ; ex:q 2, 3 ; ex:r [ ex:s 1, 2 ] .";
  CHECK(with_draft(data, on_p("sh:subsetOf ex:q")) == Lines{"n p \"1\" SubsetOf", "n p \"5\" SubsetOf"});
  CHECK(with_draft(data, on_p("sh:subsetOf ( ex:r ex:s )")) == Lines{"n p \"5\" SubsetOf"});
  CHECK(with_draft(data, on_p("sh:disjoint ( ex:r ex:s )")) == Lines{"n p \"1\" Disjoint", "n p \"2\" Disjoint"});
  CHECK(with_draft(data, on_p("sh:equals [ sh:alternativePath ( ex:q ( ex:r ex:s ) ) ]")) == Lines{"n p \"3\" Equals", "n p \"5\" Equals"});
  CHECK(with_draft(data, on_p("sh:lessThan ( ex:r ex:s )")).size() == 5);
  CHECK(with_draft(data, on_p("sh:lessThanOrEquals ( ex:r ex:s )")).size() == 3);
  CHECK(refused(validated(data, on_p("sh:equals ( ex:r ex:s )")), "must be an IRI"));
  CHECK(refused(with_draft(data, on_p("sh:subsetOf \"q\"")), "must be a property path"));
  CHECK(refused(with_draft(data, "ex:S a sh:NodeShape ; sh:subsetOf ex:q ."), "only property shapes"));
}

TEST_CASE("draft: single lines concern literals only") {
  const std::string data = "ex:n ex:p \"a\", \"a\\nb\", \"a\\rb\"@en, \"a\\u000Bb\", \"a\\fb\", ex:x, [] .";
  CHECK(with_draft(data, on_p("sh:singleLine true")).size() == 4);
  CHECK(with_draft(data, on_p("sh:singleLine false")).empty());
}

TEST_CASE("draft: lists of classes, datatypes, node kinds and root classes") {
  const std::string data = "ex:n ex:p ex:a, ex:b, ex:c, 1, \"x\"@en . ex:a a ex:Cat . ex:b a ex:Dog . ex:c a ex:Cow .";
  CHECK(with_draft(data, on_p("sh:class ( ex:Cat ex:Dog )")) == Lines{"n p \"1\" Class", "n p \"x\" Class", "n p c Class"});
  CHECK(with_draft(data, on_p("sh:class ( ex:Cat ex:Dog ), ex:Dog")).size() == 7);
  CHECK(with_draft(data, on_p("sh:datatype ( xsd:integer rdf:langString )")).size() == 3);
  CHECK(with_draft(data, on_p("sh:nodeKind ( sh:Literal sh:BlankNode )")).size() == 3);
  CHECK(refused(with_draft(data, on_p("sh:class ( ex:Cat 1 )")), "must be an IRI"));
  CHECK(refused(validated(data, on_p("sh:class ( ex:Cat )")), "must be an IRI"));
  const std::string tree = "ex:n ex:p ex:C, ex:D, ex:E, ex:F, \"C\" . ex:D rdfs:subClassOf ex:C . ex:F rdfs:subClassOf ex:D .";
  CHECK(with_draft(tree, on_p("sh:rootClass ex:C")) == Lines{"n p \"C\" RootClass", "n p E RootClass"});
  CHECK(with_draft(tree, on_p("sh:rootClass ( ex:C ex:E )")) == Lines{"n p \"C\" RootClass"});
}

TEST_CASE("draft: some value") {
  const std::string data = "ex:n ex:p ex:a, ex:b . ex:a a ex:Cat . ex:b a ex:Dog .";
  CHECK(with_draft(data, on_p("sh:someValue [ sh:class ex:Dog ]")).empty());
  CHECK(with_draft(data, on_p("sh:someValue [ sh:class ex:Cow ]")) == Lines{"n p - SomeValue"});
  CHECK(with_draft("", on_p("sh:someValue [ sh:class ex:Cow ]")) == Lines{"n p - SomeValue"});
  CHECK(with_draft(data, "ex:S a sh:NodeShape ; sh:targetNode ex:a, ex:b ; sh:someValue [ sh:class ex:Dog ] .") == Lines{"a - - SomeValue"});
}

TEST_CASE("draft: unique values among the targets of the shape") {
  const std::string data = "ex:a a ex:C ; ex:id 1, 2 . ex:b a ex:C ; ex:id 2, 1 . ex:c a ex:C ; ex:id 1 . ex:d a ex:C . ex:e a ex:C . ex:f ex:id 1 .";
  CHECK(with_draft(data, "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:uniqueValuesFor ex:id .") == Lines{"a - - UniqueValuesFor", "b - - UniqueValuesFor"});
  const std::string keys = "ex:a a ex:C ; ex:k 1 ; ex:l 1 . ex:b a ex:C ; ex:k 1 ; ex:l 2 . ex:c a ex:C ; ex:k 1 ; ex:l 2 . ex:d a ex:C ; ex:l 1 .";
  CHECK(with_draft(keys, "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:uniqueValuesFor ( ex:k ex:l ) .") == Lines{"b - - UniqueValuesFor", "c - - UniqueValuesFor"});
  CHECK(refused(with_draft(data, "ex:S a sh:NodeShape ; sh:uniqueValuesFor \"id\" ."), "must be an IRI"));
}

TEST_CASE("draft: closed by the types that the shapes graph describes") {
  const std::string shapes_text =
      "ex:C a rdfs:Class, sh:NodeShape ; sh:closed sh:ByTypes ; sh:property [ sh:path ex:p ] ."
      " ex:D a rdfs:Class ; rdfs:subClassOf ex:C . ex:T a sh:NodeShape ; sh:targetClass ex:D ; sh:property [ sh:path ex:q ] ; sh:node ex:N ."
      " ex:N a sh:NodeShape ; sh:property [ sh:path ex:r ] .";
  const std::string data = "ex:D rdfs:subClassOf ex:C . ex:c a ex:C ; ex:p 1 ; ex:q 2 . ex:d a ex:D ; ex:p 1 ; ex:q 2 ; ex:r 3 ; ex:s 4 .";
  CHECK(with_draft(data, shapes_text) == Lines{"c q \"2\" Closed", "d s \"4\" Closed"});
  CHECK(with_draft(data, shapes_text + " ex:C sh:ignoredProperties ( ex:s ) .") == Lines{"c q \"2\" Closed"});
  CHECK(with_draft("ex:n ex:p 1 .", "ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:closed sh:ByTypes .") == Lines{"n p \"1\" Closed"});
  CHECK(refused(validated(data, shapes_text), "true or false"));
}

TEST_CASE("draft: targets and shape classes") {
  const std::string data = "ex:a a ex:C ; ex:age 20 . ex:b a ex:C ; ex:age 10 . ex:c sh:shape ex:S . ex:C a ex:Meta .";
  CHECK(with_draft(data, "ex:S a sh:NodeShape ; sh:nodeKind sh:Literal .") == Lines{"c - c NodeKind"});
  CHECK(with_draft(data, "ex:C a sh:ShapeClass ; sh:nodeKind sh:Literal .") == Lines{"a - a NodeKind", "b - b NodeKind"});
  CHECK(with_draft(data, "ex:W a sh:NodeShape ; sh:targetWhere [ sh:class ex:C ; sh:property [ sh:path ex:age ; sh:minInclusive 18 ] ] ; sh:nodeKind sh:Literal .") ==
        Lines{"a - a NodeKind"});
  CHECK(validated(data, "ex:S a sh:NodeShape ; sh:nodeKind sh:Literal . ex:C a sh:ShapeClass ; sh:nodeKind sh:Literal .").empty());
}

TEST_CASE("every component of the draft has a section and is off by default") {
  std::size_t drafts = 0;
  for (const auto& component : shapes::registry()) drafts += component.draft ? 1 : 0;
  CHECK(drafts == 10);
}
