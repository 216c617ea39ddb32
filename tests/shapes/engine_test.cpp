// What the W3C suite cannot see.
#include <doctest/doctest.h>

#include "tests/shapes/inline.hpp"

using namespace entente;
using tests::validated;
using Lines = std::vector<std::string>;

namespace {

// One node shape on ex:n with a property shape on ex:p.
Lines on_values(const std::string& constraint, const std::string& values) {
  return validated("ex:n ex:p " + values + " .", "ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:property [ sh:path ex:p ; " + constraint + " ] .");
}

Lines refusal(const std::string& shapes) { return validated("", shapes); }

bool mentions(const Lines& lines, const std::string& what) {
  for (const auto& line : lines) {
    if (line.find(what) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("lengths count code points, and IRIs have one") {
  CHECK(on_values("sh:maxLength 2", "\"\xF0\x9F\x98\x80\xC3\xA9\"").empty());
  CHECK(on_values("sh:minLength 3", "\"\xF0\x9F\x98\x80\xC3\xA9\"") == Lines{"n p \"\xF0\x9F\x98\x80\xC3\xA9\" MinLength"});
  CHECK(on_values("sh:maxLength 20", "ex:abc") == Lines{"n p abc MaxLength"});
  CHECK(on_values("sh:maxLength 22", "ex:abc").empty());
  CHECK(on_values("sh:minLength 0", "[]") == Lines{"n p _ MinLength"});
}

TEST_CASE("numbers, dates and what cannot be compared") {
  CHECK(on_values("sh:minInclusive 0.1", "0.10, \"0.1\"^^xsd:double, 1e-1, 0.0999999999999999999999").size() == 1);
  CHECK(on_values("sh:maxExclusive 5", "\"5\", true, ex:x, 5, 4").size() == 4);
  CHECK(on_values("sh:minInclusive \"2024-01-01\"^^xsd:date", "\"2024-01-01\"^^xsd:date, \"2023-12-31\"^^xsd:date").size() == 1);
  CHECK(on_values("sh:minInclusive \"2024-01-01T00:00:00Z\"^^xsd:dateTime", "\"2024-01-01T00:00:00\"^^xsd:dateTime").size() == 1);
  CHECK(on_values("sh:minInclusive \"2024-01-01T00:00:00Z\"^^xsd:dateTime", "\"2024-01-03T00:00:00\"^^xsd:dateTime").empty());
  CHECK(on_values("sh:lessThan ex:q", "1, 2 ; ex:q 2").size() == 1);
  CHECK(on_values("sh:lessThan ex:q", "1 ; ex:q \"b\"") == Lines{"n p \"1\" LessThan"});
}

TEST_CASE("datatypes check the lexical form") {
  CHECK(on_values("sh:datatype xsd:integer", "1, \"x\"^^xsd:integer, 1.0, \"1\"").size() == 3);
  CHECK(on_values("sh:datatype rdf:langString", "\"a\"@en, \"b\"").size() == 1);
  CHECK(on_values("sh:datatype ex:own", "\"anything\"^^ex:own").empty());
}

TEST_CASE("language ranges") {
  CHECK(on_values("sh:languageIn (\"en\")", "\"a\"@en, \"b\"@en-GB, \"c\"@eng, \"d\", ex:x").size() == 3);
  CHECK(on_values("sh:languageIn (\"*\")", "\"a\"@en, \"d\"").size() == 1);
  CHECK(on_values("sh:uniqueLang true", "\"a\"@en, \"b\"@EN, \"c\"@en, \"d\"@fr, \"e\"@fr") == Lines{"n p - UniqueLang", "n p - UniqueLang"});
}

TEST_CASE("patterns follow XPath") {
  CHECK(on_values("sh:pattern \"^a.c$\"", "\"abc\", \"a\\nc\"").size() == 1);
  CHECK(on_values("sh:pattern \"^a.c$\" ; sh:flags \"s\"", "\"a\\nc\"").empty());
  CHECK(on_values("sh:pattern \"^b$\" ; sh:flags \"m\"", "\"a\\nb\\nc\"").empty());
  CHECK(on_values("sh:pattern \"^\\\\d+$\"", "\"12\", \"\xD9\xA1\xD9\xA2\", \"x\"").size() == 1);
  CHECK(on_values("sh:pattern \"a b # c\" ; sh:flags \"x\"", "\"ab#c\"").empty());
  CHECK(on_values("sh:pattern \"a.b\" ; sh:flags \"q\"", "\"a.b\", \"axb\"").size() == 1);
  CHECK(on_values("sh:pattern \"EXAMPLE\" ; sh:flags \"i\"", "ex:x, []").size() == 1);
  CHECK(mentions(on_values("sh:pattern \"(a)\\\\1\"", "1"), "back-references"));
  CHECK(mentions(on_values("sh:pattern \"a(?=b)\"", "1"), "look-around"));
  CHECK(mentions(on_values("sh:pattern \"[a-z-[aeiou]]\"", "1"), "subtraction"));
  CHECK(mentions(on_values("sh:pattern \"\\\\p{IsGreek}\"", "1"), "block"));
  CHECK(mentions(on_values("sh:pattern \"(\"", "1"), "cannot be used"));
  CHECK(mentions(on_values("sh:pattern \"a\" ; sh:flags \"z\"", "1"), "flags"));
}

TEST_CASE("classes come from the data graph unless the shapes' are asked for") {
  const std::string data = "ex:n a ex:Sub .";
  const std::string shapes = "ex:Sub rdfs:subClassOf ex:Super . ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:class ex:Super .";
  CHECK(validated(data, shapes) == Lines{"n - n Class"});
  shapes::ValidateOptions options;
  options.classes = shapes::ClassSource::Both;
  CHECK(validated(data, shapes, options).empty());
  CHECK(validated(data + " ex:Sub rdfs:subClassOf ex:Mid . ex:Mid rdfs:subClassOf ex:Super, ex:Sub .", shapes).empty());
}

TEST_CASE("recursion is refused with the way around") {
  const Lines self = refusal("ex:S a sh:NodeShape ; sh:node ex:S .");
  CHECK(mentions(self, "SH002"));
  CHECK(mentions(self, "<http://example.org/S> -> <http://example.org/S>"));
  for (const char* between : {"sh:node ex:T", "sh:not ex:T", "sh:property [ sh:path ex:p ; sh:node ex:T ]", "sh:and ( ex:T )", "sh:or ( ex:U ex:T )",
                              "sh:xone ( ex:T )", "sh:property [ sh:path ex:p ; sh:qualifiedValueShape ex:T ; sh:qualifiedMinCount 1 ]"}) {
    CHECK(mentions(refusal("ex:S a sh:NodeShape ; " + std::string(between) + " . ex:T a sh:NodeShape ; sh:node ex:S ."), "SH002"));
  }
  std::string chain = "ex:S0 a sh:NodeShape ; sh:targetNode ex:n .";
  for (int i = 0; i < 400; ++i) chain += "ex:S" + std::to_string(i) + " sh:not ex:S" + std::to_string(i + 1) + " .\n";
  CHECK(validated("", chain + "ex:S400 sh:class ex:C .").size() == 1);
  for (int i = 400; i < 100'000; ++i) chain += "ex:S" + std::to_string(i) + " sh:not ex:S" + std::to_string(i + 1) + " .\n";
  CHECK(mentions(refusal(chain), "SH003"));
}

TEST_CASE("shapes that share shapes do not multiply") {
  std::string shapes = "ex:S0 a sh:NodeShape ; sh:targetNode ex:n .";
  for (int i = 0; i < 60; ++i) {
    const std::string next = "ex:S" + std::to_string(i + 1);
    shapes += "ex:S" + std::to_string(i) + " sh:and ( " + next + " " + next + " ) ; sh:or ( " + next + " " + next + " ) .\n";
  }
  CHECK(validated("ex:n a ex:D .", shapes + "ex:S60 sh:class ex:C .").size() == 2);
}

TEST_CASE("broken, cyclic and long lists") {
  CHECK(mentions(refusal("ex:S a sh:NodeShape ; sh:in ex:l . ex:l rdf:first 1 ."), "broken or cyclic"));
  CHECK(mentions(refusal("ex:S a sh:NodeShape ; sh:in ex:l . ex:l rdf:first 1 ; rdf:rest ex:l ."), "broken or cyclic"));
  CHECK(mentions(refusal("ex:S a sh:NodeShape ; sh:or ex:l . ex:l rdf:first ex:T, ex:U ; rdf:rest () ."), "broken or cyclic"));
  CHECK(mentions(refusal("ex:S a sh:NodeShape ; sh:in \"no list\" ."), "broken or cyclic"));
  std::string list;
  for (int i = 0; i < 20'000; ++i) list += std::to_string(i) + " ";
  CHECK(on_values("sh:in (" + list + ")", "17, 20000") == Lines{"n p \"20000\" In"});
  CHECK(on_values("sh:in ()", "1").size() == 1);
}

TEST_CASE("ill-formed shapes are refused with the section") {
  const std::pair<const char*, const char*> cases[] = {
      {"ex:S a sh:PropertyShape .", "(SHACL 2.3)"},
      {"ex:S a sh:PropertyShape ; sh:path ex:p, ex:q .", "(SHACL 2.3)"},
      {"ex:S a sh:NodeShape ; sh:path ex:p .", "(SHACL 2.2)"},
      {"ex:S a sh:PropertyShape ; sh:path [ sh:inversePath [] ] .", "(SHACL 2.3.1)"},
      {"ex:S a sh:PropertyShape ; sh:path ( ex:p ) .", "(SHACL 2.3.1)"},
      {"ex:S a sh:PropertyShape ; sh:path _:x . _:x sh:inversePath _:x .", "nested in itself"},
      {"ex:S a sh:PropertyShape ; sh:path \"p\" .", "(SHACL 2.3.1)"},
      {"ex:S a sh:NodeShape ; sh:minCount 1 .", "(SHACL 4.2.1)"},
      {"ex:S a sh:PropertyShape ; sh:path ex:p ; sh:minCount \"1\" .", "(SHACL 4.2.1)"},
      {"ex:S a sh:PropertyShape ; sh:path ex:p ; sh:maxCount 1, 2 .", "(SHACL 4.2.2)"},
      {"ex:S a sh:PropertyShape ; sh:path ex:p ; sh:maxCount -1 .", "(SHACL 4.2.2)"},
      {"ex:S a sh:NodeShape ; sh:class \"C\" .", "(SHACL 4.1.1)"},
      {"ex:S a sh:NodeShape ; sh:datatype xsd:string, xsd:date .", "(SHACL 4.1.2)"},
      {"ex:S a sh:NodeShape ; sh:nodeKind sh:Iri .", "(SHACL 4.1.3)"},
      {"ex:S a sh:NodeShape ; sh:minInclusive ex:x .", "(SHACL 4.3.2)"},
      {"ex:S a sh:NodeShape ; sh:languageIn ( 1 ) .", "(SHACL 4.4.4)"},
      {"ex:S a sh:NodeShape ; sh:uniqueLang true .", "(SHACL 4.4.5)"},
      {"ex:S a sh:NodeShape ; sh:lessThan ex:q .", "(SHACL 4.5.3)"},
      {"ex:S a sh:NodeShape ; sh:property ex:T .", "(SHACL 4.7.2)"},
      {"ex:S a sh:NodeShape ; sh:closed \"yes\" .", "(SHACL 4.8.1)"},
      {"ex:S a sh:NodeShape ; sh:closed true ; sh:ignoredProperties ( \"p\" ) .", "(SHACL 4.8.1)"},
      {"ex:S a sh:NodeShape ; sh:severity \"bad\" .", "(SHACL 2.1.4)"},
      {"ex:S a sh:NodeShape ; sh:message 1 .", "(SHACL 2.1.5)"},
      {"ex:S a sh:NodeShape ; sh:targetClass \"C\" .", "(SHACL 2.1.3.2)"},
      {"ex:S a sh:NodeShape ; sh:deactivated \"true\" .", "(SHACL 2.1)"},
      {"ex:S a sh:NodeShape . <> sh:entailment <http://www.w3.org/ns/entailment/RDFS> .", "SH005"},
  };
  for (const auto& [shapes, what] : cases) CHECK_MESSAGE(mentions(refusal(shapes), what), shapes);
}

TEST_CASE("deactivated shapes, severities, messages") {
  const std::string data = "ex:n ex:p 1 .";
  CHECK(validated(data, "ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:deactivated true ; sh:class ex:C .").empty());
  CHECK(validated(data, "ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:node [ sh:deactivated true ; sh:class ex:C ] .").empty());
  Diagnostics diagnostics;
  const auto plan = shapes::compile(tests::turtle("ex:S a sh:PropertyShape ; sh:path ex:p ; sh:targetNode ex:n ; sh:maxInclusive 0 ; sh:severity sh:Warning ;"
                                                  " sh:message \"{?value} of {$path} is above {$maxInclusive}\"@en, \"{$value} > {maxInclusive}\"@de ."), {}, diagnostics);
  REQUIRE(plan);
  const auto report = shapes::validate(*plan, tests::turtle(data));
  REQUIRE(report->results.size() == 1);
  CHECK(!report->conforms);
  CHECK(report->count("http://www.w3.org/ns/shacl#Warning") == 1);
  const auto& messages = report->results[0].messages;
  REQUIRE(messages.size() == 2);
  CHECK(messages[0] == rdf::lang_literal("1 > 0", "de"));
  CHECK(messages[1] == rdf::lang_literal("1 of <http://example.org/p> is above 0", "en"));
}

TEST_CASE("targets") {
  const std::string data = "ex:a a ex:C ; ex:p ex:b . ex:D rdfs:subClassOf ex:C . ex:d a ex:D .";
  const auto targeted = [&](const std::string& target) { return validated(data, "ex:S a sh:NodeShape ; " + target + " ; sh:nodeKind sh:Literal ."); };
  CHECK(targeted("sh:targetClass ex:C") == Lines{"a - a NodeKind", "d - d NodeKind"});
  CHECK(targeted("sh:targetSubjectsOf ex:p") == Lines{"a - a NodeKind"});
  CHECK(targeted("sh:targetObjectsOf ex:p") == Lines{"b - b NodeKind"});
  CHECK(targeted("sh:targetNode ex:nowhere, \"x\", ex:a ; sh:targetClass ex:C").size() == 3);
  CHECK(validated(data, "ex:C a sh:NodeShape, rdfs:Class ; sh:nodeKind sh:Literal .").size() == 2);
  CHECK(validated(data, "ex:C a sh:NodeShape, owl:Class ; sh:nodeKind sh:Literal .").size() == 2);
}

TEST_CASE("nested reasons") {
  Diagnostics diagnostics;
  const auto plan = shapes::compile(tests::turtle("ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:or ( [ sh:class ex:C ] [ sh:property [ sh:path ex:p ; sh:minCount 2 ] ] ) ."), {}, diagnostics);
  REQUIRE(plan);
  shapes::ValidateOptions options;
  options.details = true;
  const auto report = shapes::validate(*plan, tests::turtle("ex:n ex:p 1 ."), options);
  REQUIRE(report->results.size() == 1);
  shapes::Report inside;
  inside.results = report->results[0].details;
  CHECK(tests::lines_of(inside) == Lines{"n - n Class", "n p - MinCount"});
}

TEST_CASE("threads and order of files change no byte") {
  std::string data;
  for (int i = 0; i < 30'000; ++i) data += "ex:n" + std::to_string(i) + " a ex:C ; ex:p " + std::to_string(i % 11) + ", ex:n" + std::to_string(i / 2) + " .\n";
  Diagnostics diagnostics;
  const auto plan = shapes::compile(tests::turtle("ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:maxInclusive 9 ; sh:node [ sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:maxCount 2999 ] ] ] ."), {}, diagnostics);
  REQUIRE(plan);
  const auto text = [&](const rdf::Graph& graph, unsigned threads) {
    shapes::ValidateOptions options;
    options.threads = threads;
    std::string out;
    const auto report = shapes::validate(*plan, graph, options);
    for (const auto& result : report->results) {
      out += rdf::to_ntriples(result.focus) + rdf::to_ntriples(result.value) + result.component.value + "\n";
    }
    return out;
  };
  const std::string one = text(tests::turtle(data), 1);
  CHECK(one.size() > 100'000);
  CHECK(text(tests::turtle(data), 4) == one);
  CHECK(text(tests::turtle("ex:n9 ex:p 3 . ex:n29999 ex:p 10 .\n" + data), 3).size() > one.size());
  std::string shuffled = "ex:n20000 a ex:C .\nex:n10000 a ex:C .\n" + data;
  CHECK(text(tests::turtle(shuffled), 2) == one);
}

TEST_CASE("deep and long paths") {
  std::string deep = "ex:S a sh:PropertyShape ; sh:targetNode ex:n ; sh:path _:p0 ; sh:maxCount 0 .\n";
  for (int i = 0; i < 10'000; ++i) deep += "_:p" + std::to_string(i) + " sh:zeroOrOnePath _:p" + std::to_string(i + 1) + " .\n";
  const Lines refused = refusal(deep + "_:p10000 sh:inversePath ex:p .");
  CHECK(mentions(refused, "levels deep"));
  CHECK(mentions(refused, "(SHACL 2.3.1)"));
  std::string steps;
  std::string data = "ex:n0 a ex:C .\n";
  for (int i = 0; i < 10'000; ++i) {
    steps += "ex:p ";
    data += "ex:n" + std::to_string(i) + " ex:p ex:n" + std::to_string(i + 1) + " .\n";
  }
  CHECK(validated(data, "ex:S a sh:PropertyShape ; sh:targetNode ex:n0 ; sh:path ( " + steps + " ) ; sh:hasValue ex:n10000 .").empty());
  CHECK(validated(data, "ex:S a sh:PropertyShape ; sh:targetNode ex:n0 ; sh:path [ sh:oneOrMorePath ex:p ] ; sh:minCount 10000 ; sh:maxCount 10000 .").empty());
  CHECK(validated(data, "ex:S a sh:PropertyShape ; sh:targetNode ex:n10000 ; sh:path [ sh:zeroOrMorePath [ sh:inversePath ex:p ] ] ; sh:minCount 10001 .").empty());
}

TEST_CASE("shapes nested 10,000 deep are refused, each way of nesting") {
  for (const char* way : {"sh:node @", "sh:not @", "sh:and ( @ )", "sh:or ( @ )", "sh:xone ( @ )", "sh:property [ sh:path ex:p ; sh:node @ ]",
                          "sh:property [ sh:path ex:p ; sh:qualifiedValueShape @ ; sh:qualifiedMinCount 1 ]"}) {
    std::string chain = "ex:S0 sh:targetNode ex:n .\n";
    for (int i = 0; i < 10'000; ++i) {
      std::string next = way;
      next.replace(next.find('@'), 1, "ex:S" + std::to_string(i + 1));
      chain += "ex:S" + std::to_string(i) + " " + next + " .\n";
    }
    CHECK_MESSAGE(mentions(refusal(chain), "SH003"), way);
  }
}

TEST_CASE("what does nothing is told") {
  const auto warnings = [](const std::string& shapes_text) {
    Diagnostics diagnostics;
    CHECK(shapes::compile(tests::turtle(shapes_text), {}, diagnostics));
    std::string out;
    for (const auto& item : diagnostics.items()) out += item.message + "\n";
    return out;
  };
  CHECK(warnings("ex:S a sh:PropertyShape ; sh:path ex:p ; sh:mincount 1 .").find("sh:mincount is no name of SHACL and does nothing here; is sh:minCount meant?") == 0);
  CHECK(warnings("ex:S a sh:PropertyShape ; sh:path ex:p ; sh:dataType xsd:date .").find("is sh:datatype meant?") != std::string::npos);
  CHECK(warnings("ex:S a sh:NodeShape ; sh:frobnicate 1 .") == "sh:frobnicate is no name of SHACL and does nothing here\n");
  CHECK(warnings("ex:S a sh:NodeShape ; sh:rootClass ex:C .").find("is of SHACL 1.2, which is off") != std::string::npos);
  CHECK(warnings("ex:S a sh:NodeShape ; sh:ignoredProperties ( rdf:type ) .").find("does nothing without sh:closed") != std::string::npos);
  CHECK(warnings("ex:S a sh:NodeShape ; sh:closed false ; sh:ignoredProperties ( rdf:type ) ; sh:name \"S\" ; sh:order 1 .").empty());
}

TEST_CASE("components of several parameters take one value of each") {
  CHECK(mentions(refusal("ex:S a sh:PropertyShape ; sh:path ex:p ; sh:pattern \"a\", \"b\" ."), "(SHACL 4.4.3)"));
  CHECK(mentions(refusal("ex:S a sh:PropertyShape ; sh:path ex:p ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape ex:A, ex:B ."), "(SHACL 4.7.3)"));
}

TEST_CASE("a report knows whether anything was checked") {
  Diagnostics diagnostics;
  const auto plan = shapes::compile(tests::turtle("ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:nodeKind sh:IRI ."), {}, diagnostics);
  REQUIRE(plan);
  CHECK(shapes::validate(*plan, tests::turtle("ex:a a ex:C . ex:b a ex:C ."))->focus_nodes == 2);
  CHECK(shapes::validate(*plan, tests::turtle("ex:a a ex:D ."))->focus_nodes == 0);
}
