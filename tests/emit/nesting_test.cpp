#include <doctest/doctest.h>

#include "core/rdf/canonical.hpp"
#include "emit/write.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

Dataset read_text(const std::string& text, Syntax syntax = Syntax::Turtle) {
  Diagnostics diagnostics;
  auto data = parse(text, syntax, diagnostics);
  REQUIRE_MESSAGE(diagnostics.empty(), to_string(diagnostics.items().front()) << "\n" << text);
  return data;
}

// Writes, checks that reading gives the same graph, and hands back the text.
std::string written(const std::string& text, const char* format = "turtle") {
  const auto* out = emit::find_format(format);
  const auto data = read_text(text, out->syntax);
  auto result = emit::to_string(data, *out, emit::standard_prefixes());
  REQUIRE_FALSE(result.empty());
  const auto same = isomorphic(data, read_text(result, out->syntax));
  REQUIRE(same.ok());
  CHECK_MESSAGE(*same, result);
  return result;
}

}  // namespace

TEST_CASE("blank nodes used once stand in brackets, lists in parentheses") {
  CHECK(written("<x:s> <x:p> [ a <x:T> ; <x:q> 1, [ <x:r> 2 ] ], [] ; <x:l> (1 [ <x:m> 3 ] (4)) .") == R"(@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .

<x:s>
    <x:l> ( 1 [ <x:m> 3 ] ( 4 ) ) ;
    <x:p> [
        a     <x:T> ;
        <x:q> [ <x:r> 2 ], 1
    ], [] .
)");
}

TEST_CASE("nodes that are shared, cyclic, free or name graphs keep their labels") {
  const auto shared = written("<x:s> <x:p> _:a . <x:t> <x:p> _:a . _:a <x:q> 1 .");
  CHECK(shared.find("_:a\n") != std::string::npos);
  written("_:a <x:p> _:b . _:b <x:p> _:a .");
  written("_:a <x:p> _:a .");
  written("_:free <x:p> 1 .");
  written("<x:s> <x:p> _:c . _:c <x:q> _:d . _:d <x:q> _:e . _:e <x:q> _:d .");
  written("<x:g> { <x:s> <x:p> _:a } <x:h> { _:a <x:q> 1 }", "trig");
  written("_:g { <x:s> <x:p> 1 } <x:s> <x:p> _:g .", "trig");
  written("<x:g> { <x:s> <x:p> [ <x:q> (1 2) ] }", "trig");
}

TEST_CASE("broken lists are written as what they are") {
  written("<x:s> <x:p> [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ] .");
  written("@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <x:s> <x:p> _:a . _:a rdf:first 1, 2 ; rdf:rest () .");
  written("@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <x:s> <x:p> _:a . _:a rdf:first 1 ; rdf:rest _:a .");
  written("@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <x:s> <x:p> (1 2) . _:z rdf:rest (3 4) ; rdf:first 5 ; a rdf:List .");
}

TEST_CASE("deep nesting is broken up, long lists are not") {
  std::string deep = "<x:s> <x:p> ";
  for (int i = 0; i < 500; ++i) deep += "[ <x:p> ";
  deep += "1";
  for (int i = 0; i < 500; ++i) deep += "]";
  CHECK(written(deep + " .").find("_:") != std::string::npos);
  std::string list = "<x:s> <x:p> (";
  for (int i = 0; i < 3000; ++i) list += " " + std::to_string(i);
  CHECK(written(list + ") .").find("_:") == std::string::npos);
}
