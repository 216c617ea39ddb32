#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/rdf/reader.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

struct Got {
  std::vector<std::string> quads;
  std::vector<std::uint64_t> lines;
  Diagnostics diagnostics;
  bool fine = false;
};

Got get(std::string_view text, Syntax syntax = Syntax::Turtle) {
  Got got;
  ReadOptions options;
  options.base = "http://base.example/dir/file";
  options.source = "t";
  got.fine = read(text, syntax, options, [&](const QuadView& q, std::uint64_t line) {
    std::string text_of_quad;
    for (const auto& term : {q.subject, q.predicate, q.object, q.graph}) {
      append_ntriples(text_of_quad, term);
      text_of_quad += ' ';
    }
    got.quads.push_back(text_of_quad);
    got.lines.push_back(line);
  }, got.diagnostics);
  return got;
}

}  // namespace

TEST_CASE("statements come with terms normalised and their line") {
  const auto got = get("@prefix e: <http://e/> .\ne:s a e:T ;\n  e:p \"x\"@EN-us, 12 .\n<../up> e:q <> .\n");
  CHECK(got.fine);
  REQUIRE(got.quads.size() == 4);
  CHECK(got.quads[0] == "<http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/T>  ");
  CHECK(got.quads[1] == "<http://e/s> <http://e/p> \"x\"@en-us  ");
  CHECK(got.quads[2] == "<http://e/s> <http://e/p> \"12\"^^<http://www.w3.org/2001/XMLSchema#integer>  ");
  CHECK(got.quads[3] == "<http://base.example/up> <http://e/q> <http://base.example/dir/file>  ");
  CHECK(got.lines == std::vector<std::uint64_t>{2, 3, 3, 4});
}

TEST_CASE("labels that Serd would confuse stay apart") {
  const auto got = get("_:b1 <p:p> _:B1, _:genid1, [] .\n");
  CHECK(got.fine);
  REQUIRE(got.quads.size() == 3);
  CHECK(got.quads[0] == "_:b1 <p:p> _:B1  ");
  CHECK(got.quads[1] == "_:b1 <p:p> _:genid_genid1  ");
  CHECK(got.quads[2] == "_:b1 <p:p> _:genid1  ");
}

TEST_CASE("an underscore before a colon is a label only at the start of a name") {
  const auto got = get("@prefix a_: <http://e/> .\na_:x_:y a_:p \"_:b\", '''\n_:q''' . # _:b\n_:l a_:p <_:x> .");
  REQUIRE(got.quads.size() == 3);
  CHECK(got.quads[0] == "<http://e/x_:y> <http://e/p> \"_:b\"  ");
  CHECK(got.quads[1] == "<http://e/x_:y> <http://e/p> \"\\n_:q\"  ");
  CHECK(got.quads[2].substr(0, 4) == "_:l ");
}

TEST_CASE("reading goes on after an error, and every error has its place") {
  const auto got = get("<a:a> <a:b> <a:c> .\n<a:a> <a:b> <bad iri> .\n<a:a> <a:b> x:y .\n<a:a> \"no\" <a:c> .\n<a:z> <a:b> <a:c> .\n");
  CHECK_FALSE(got.fine);
  CHECK(got.quads.size() == 2);
  REQUIRE(got.diagnostics.items().size() == 3);
  CHECK(got.diagnostics.items()[0].place.line == 2);
  CHECK(got.diagnostics.items()[1].place.line == 3);
  CHECK(got.diagnostics.items()[2].place.line == 4);
  CHECK(got.diagnostics.items()[2].place.column >= 7);
}

TEST_CASE("recovery leaves a broken graph block at its end") {
  const auto got = get("<g:1> { <a:a> <a:b> \"x .\n } <g:2> { <a:a> <a:b> 2 , ^ . <a:q> <a:q> 5 }\n<g:3> { <a:a> <a:b> 3 }\n", Syntax::TriG);
  CHECK_FALSE(got.fine);
  REQUIRE_FALSE(got.quads.empty());
  CHECK(got.quads.back().find("<g:3>") != std::string::npos);
}

TEST_CASE("Turtle has no graphs, though Serd reads them") {
  const auto got = get("<a:a> <a:b> 1 .\n<g:1> { <a:a> <a:b> 2 . }\n<a:a> <a:b> 3 .\n<g:1> { <a:a> <a:b> 4 } <a:a> <a:b> 5 .");
  CHECK_FALSE(got.fine);
  CHECK(got.quads.size() == 3);
  REQUIRE(got.diagnostics.items().size() == 2);
  CHECK(got.diagnostics.items()[0].place.line == 2);
  CHECK(got.diagnostics.items()[0].place.column == 7);
}

TEST_CASE("a statement that is cut off is not half read") {
  CHECK(get("<a:a> <a:b> _:\xBC .").quads.empty());
  CHECK(get("<a:a> <a:b> _:b\xBC .").quads.empty());
  CHECK(get("<a:a> <a:b> 12\xBC .").quads.empty());
}

TEST_CASE("what Serd lets pass is refused") {
  CHECK_FALSE(get("<a:b> <a:b> \"a\\uD800b\" .").fine);
  CHECK_FALSE(get("<a:b> <a:b> <http://a/\\u0020> .").fine);
  CHECK_FALSE(get("<a:b> <a:b> \"a\xC3(\" .\n").fine);
  CHECK_FALSE(get(std::string("<a:b> <a:b> 1 .\0<a:b> <a:b> 2 .", 31)).fine);
  CHECK_FALSE(get("<a:b> <a:b> \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .").fine);
  CHECK_FALSE(get("<a:b> <a:b> \"x\"@abcdefghi .").fine);
  CHECK_FALSE(get("<a> <b> <c> .", Syntax::NTriples).fine);
  CHECK_FALSE(get("<a:b> <a:b> 1 . " + std::string(200000, '[')).fine);
}

TEST_CASE("line formats read in segments and go on after broken lines") {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "<http://e/s" + std::to_string(i) + "> <http://e/p> _:b" + std::to_string(i) + " <http://e/g> .\n";
  text += "broken\n<a:a> <a:b> <a:c> .\n";
  const auto got = get(text, Syntax::NQuads);
  CHECK_FALSE(got.fine);
  CHECK(got.quads.size() == 40001);
  CHECK(got.quads[7] == "<http://e/s7> <http://e/p> _:b7 <http://e/g> ");
  CHECK(got.lines.back() == 40002);
  REQUIRE(got.diagnostics.items().size() == 1);
  CHECK(got.diagnostics.items()[0].place.line == 40001);
}

TEST_CASE("too many errors end the reading") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "x y z .\n";
  const auto got = get(text);
  CHECK(got.diagnostics.items().size() == 101);
}

TEST_CASE("syntax by file name") {
  CHECK(syntax_of("a/b.TTL") == Syntax::Turtle);
  CHECK(syntax_of("b.nq") == Syntax::NQuads);
  CHECK_FALSE(syntax_of("b.rdf"));
}
