#include "tests/query/support.hpp"

using namespace entente;
using namespace entente::tests;

TEST_CASE("DISTINCT, ORDER BY, LIMIT, OFFSET") {
  const auto data = source_of(":a :v 3, 1.5, 20, \"x\", \"b\"@en, <http://i>, _:z . :b :v 3 . :c :w 1 .");
  CHECK(ordered(data, "SELECT ?v { :a :v ?v FILTER(isNumeric(?v)) } ORDER BY ?v") == "1.5 | 3 | 20");
  CHECK(ordered(data, "SELECT ?v { :a :v ?v FILTER(isNumeric(?v)) } ORDER BY DESC(?v) LIMIT 2") == "20 | 3");
  CHECK(ordered(data, "SELECT ?v { :a :v ?v FILTER(isNumeric(?v)) } ORDER BY ?v OFFSET 1") == "3 | 20");
  CHECK(ordered(data, "SELECT ?v { :a :v ?v FILTER(!isBlank(?v)) } ORDER BY ?v") == "<http://i> | 1.5 | 3 | 20 | \"x\" | \"b\"@en");
  CHECK(ordered(data, "SELECT DISTINCT ?v { ?s :v ?v FILTER(?v = 3) }") == "3");
  CHECK(ordered(data, "SELECT ?s ?w { ?s ?p ?o OPTIONAL { ?s :w ?w } } ORDER BY DESC(?w) ?s LIMIT 2") == ":c, 1 | :a, -");
  CHECK(ordered(data, "SELECT ?v { :a :v ?v } LIMIT 0") == "");
  CHECK(ordered(data, "SELECT (?v + 1 AS ?u) { ?s :v ?v FILTER(isNumeric(?v)) } ORDER BY ?u ?s LIMIT 1") == "2.5");
  CHECK(ordered(data, "SELECT ?s { ?s :v 3 } ORDER BY DESC(STR(?s))") == ":b | :a");
}

TEST_CASE("aggregates") {
  const auto data = source_of(":a :v 1, 2, 3 . :b :v 5, \"x\" . :c :w 7 . :a :u \"p\" . :b :u \"p\" .");
  CHECK(sorted(data, "SELECT ?s (SUM(?v) AS ?n) { ?s :v ?v FILTER(isNumeric(?v)) } GROUP BY ?s") == ":a, 6 | :b, 5");
  CHECK(sorted(data, "SELECT ?s (SUM(?v) AS ?n) { ?s :v ?v } GROUP BY ?s") == ":a, 6 | :b, -");
  CHECK(sorted(data, "SELECT (AVG(?v) AS ?a) (MIN(?v) AS ?b) (MAX(?v) AS ?c) { :a :v ?v }") == "2, 1, 3");
  CHECK(sorted(data, "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { ?s :v ?v }") == "5, 2");
  CHECK(sorted(data, "SELECT (COUNT(DISTINCT *) AS ?n) { { ?s :u ?x } UNION { ?s :u ?x } }") == "2");
  CHECK(sorted(data, "SELECT (COUNT(?v) AS ?n) (SUM(?v) AS ?t) (AVG(?v) AS ?a) (MIN(?v) AS ?m) { ?s :nothing ?v }") == "0, 0, 0, -");
  CHECK(sorted(data, "SELECT (COUNT(?v) AS ?n) { ?s :nothing ?v } GROUP BY ?s") == "");
  CHECK(sorted(data, "SELECT (GROUP_CONCAT(?v ; SEPARATOR = \"+\") AS ?t) { :a :v ?v }") == "\"1+2+3\"");
  CHECK(sorted(data, "SELECT (GROUP_CONCAT(DISTINCT ?x) AS ?t) { ?s :u ?x }") == "\"p\"");
  CHECK(sorted(data, "SELECT (SAMPLE(?x) AS ?t) { ?s :u ?x }") == "\"p\"");
  CHECK(sorted(data, "SELECT ?s { ?s :v ?v } GROUP BY ?s HAVING(COUNT(*) > 2)") == ":a");
  CHECK(sorted(data, "SELECT ?k (COUNT(*) AS ?n) { ?s :v ?v } GROUP BY (isNumeric(?v) AS ?k)") == "false, 1 | true, 4");
  CHECK(sorted(data, "SELECT ?s (COUNT(*) * 2 AS ?n) { ?s :v ?v } GROUP BY ?s ORDER BY DESC(COUNT(*)) LIMIT 1") == ":a, 6");
  CHECK(sorted(data, "SELECT (1 AS ?one) { ?s :v ?v } GROUP BY (?s)") == "1 | 1");
}

TEST_CASE("CONSTRUCT") {
  const auto data = source_of(":a :v 1 . :b :v 2 .");
  CHECK(ordered(data, "CONSTRUCT { ?s :double ?d . ?s a :T } WHERE { ?s :v ?v BIND(?v * 2 AS ?d) }") ==
        ":a :double 2 | :a rdf:type :T | :b :double 4 | :b rdf:type :T");
  CHECK(ordered(data, "CONSTRUCT WHERE { ?s :v 1 }") == ":a :v 1");
  CHECK(ask(data, "CONSTRUCT { [] :of ?s } WHERE { ?s :v ?v }").lines.size() == 2);
  CHECK(ordered(data, "CONSTRUCT { ?v :of ?s } WHERE { ?s :v ?v }") == "");
}

TEST_CASE("pre-binding joins every pattern") {
  const auto data = source_of(":a :p :b . :c :p :d .");
  const std::vector<query::Binding> prebound{{"this", rdf::iri("http://e/a")}, {"value", rdf::literal("v")}};
  CHECK(sorted(data, "SELECT $this ?o { $this :p ?o }", prebound) == ":a, :b");
  CHECK(sorted(data, "SELECT ?t { BIND($this AS ?t) }", prebound) == ":a");
  CHECK(sorted(data, "SELECT ?t { { BIND($this AS ?t) } UNION { { FILTER(BOUND($this)) } } }", prebound) == "- | :a");
  CHECK(sorted(data, "ASK { FILTER(?value = \"v\") }", prebound) == "true");
  CHECK(sorted(data, "SELECT $this { { SELECT $this { ?x :p ?y } } }", prebound) == ":a | :a");
  CHECK(sorted(data, "ASK { FILTER NOT EXISTS { $this :q ?x } }", prebound) == "true");
  CHECK(sorted(data, "SELECT ?x { ?x :p ?o FILTER(?x = $this) }", prebound) == ":a");
}

TEST_CASE("what pre-binding forbids") {
  const auto refused = [](const std::string& text) {
    const auto parsed = query::parse(text, prefixes());
    REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
    return !query::check_prebinding(*parsed, {"this", "shapesGraph", "currentShape", "value"}).ok();
  };
  CHECK_FALSE(refused("SELECT $this ?value { $this :p ?value }"));
  CHECK(refused("SELECT $this { ?x :p ?y MINUS { ?x :q ?y } }"));
  CHECK(refused("SELECT $this { VALUES ?x { 1 } }"));
  CHECK(refused("SELECT $this { BIND(1 AS ?this) }"));
  CHECK(refused("SELECT (1 AS ?value) { }"));
  CHECK(refused("SELECT $this { { SELECT ?x { ?x :p ?y } } }"));
  CHECK_FALSE(refused("SELECT $this { { SELECT $this ?value { ?x :p ?y } } }"));
  CHECK(refused("SELECT $this { FILTER EXISTS { { SELECT ?x { ?x :p ?y } } } }"));
}

TEST_CASE("$PATH stands for a path in predicate position") {
  const auto data = source_of(":a :p :b . :b :q :c .");
  query::ParseOptions options;
  options.path = "<http://e/p>/<http://e/q>";
  const auto parsed = query::parse("SELECT ?x ?y { ?x $PATH ?y }", prefixes(), options);
  REQUIRE(parsed.ok());
  const auto answer = query::evaluate(*parsed, data);
  REQUIRE(answer.ok());
  REQUIRE(answer->rows.size() == 1);
  CHECK(show(answer->rows[0][1]) == ":c");
}

TEST_CASE("syntax errors have a place") {
  const auto place = [](const std::string& text) {
    const auto parsed = query::parse(text, prefixes());
    return parsed ? std::string("fine") : std::to_string(parsed.error().place.line) + ":" + std::to_string(parsed.error().place.column);
  };
  CHECK(place("SELECT ?x\nWHERE { ?x :p }") == "2:15");
  CHECK(place("SELECT ?x { ?x nope:p 1 }") == "1:16");
  CHECK(place("SELECT ?x { ?x :p \"abc }") == "1:19");
  CHECK(place("SELECT ?x { SERVICE <http://x> { } }") == "1:13");
  CHECK(place("DESCRIBE ?x") == "1:1");
  CHECK(place("SELECT ?x (COUNT(?y) AS ?n) { ?x :p ?y }") != "fine");
  CHECK(place("SELECT (1 AS ?x) { ?x :p ?y }") != "fine");
  CHECK(place("SELECT ?x { FILTER(COUNT(?x) > 1) }") != "fine");
  CHECK(place("SELECT ?x { FILTER(NOFUNC(?x)) }") != "fine");
  CHECK(place("SELECT ?x { FILTER(STRLEN()) }") != "fine");
  CHECK(place("SELECT ?x { " + std::string(100000, '{')) != "fine");
  CHECK(place("ASK { FILTER(" + std::string(100000, '!') + "true) }") != "fine");
  CHECK(place("ASK { FILTER(1" + std::string(5000, '+') + "1) }") != "fine");
  const auto repeat = [](int n, const std::string& text) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
  };
  CHECK(place("SELECT * { " + repeat(50000, "?a ?b ?c . ") + "}") != "fine");
  CHECK(place("SELECT * { ?a ?b " + repeat(50000, "1, ") + " 2 }") != "fine");
  CHECK(place("SELECT * { " + repeat(50000, "OPTIONAL{} ") + "}") != "fine");
  CHECK(place("SELECT * { ?s " + repeat(50000, ":p/") + ":p ?o }") != "fine");
  CHECK(place("SELECT * { ?s (" + repeat(50000, ":p|") + ":p)* ?o }") != "fine");
  CHECK(place("ASK { FILTER(" + repeat(90, "(" + repeat(90, "1+")) + "1" + repeat(90, ")") + " = 1) }") != "fine");
  CHECK(place("ASK { FILTER(1 IN (" + repeat(5000, "7, ") + "1)) }") == "fine");
  CHECK(ask(source_of(":a :p 1 ."), "ASK { " + repeat(2500, "?a :p ?b . ") + " FILTER(" + repeat(900, "1 + ") + "1 = 901) }").lines.at(0) == "true");
  CHECK(place("PREFIX x: <http://x/> BASE <http://y/> SELECT * { x:a.b <c> 'd'@en , '''e'f''' ; a x:\\-g%20 . FILTER (?a<?b && ?c>3) } # end") == "fine");
}
