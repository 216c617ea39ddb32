#include "query/results.hpp"

#include "tests/query/support.hpp"

using namespace entente;
using namespace entente::tests;

namespace {

query::Answer answer_of(const std::string& text) {
  const auto data = source_of(":a :n \"x, \\\"y\\\"\\n\"@en , 5 , \"05\"^^xsd:integer , :b , _:z , \"<&>\" .");
  const auto parsed = query::parse(text, prefixes());
  REQUIRE(parsed.ok());
  auto answer = query::evaluate(*parsed, data);
  REQUIRE(answer.ok());
  return *answer;
}

const char* const kSelect = "SELECT ?v ?none { :a :n ?v FILTER(!isBlank(?v)) } ORDER BY ?v";

}  // namespace

TEST_CASE("SPARQL JSON") {
  CHECK(query::to_json(answer_of(kSelect), prefixes()) == R"({"head": {"vars": ["v", "none"]},
 "results": {"bindings": [
  {"v": {"type": "uri", "value": "http://e/b"}},
  {"v": {"type": "literal", "value": "05", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}},
  {"v": {"type": "literal", "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}},
  {"v": {"type": "literal", "value": "<&>"}},
  {"v": {"type": "literal", "value": "x, \"y\"\n", "xml:lang": "en"}}
 ]}}
)");
  CHECK(query::to_json(answer_of("ASK { :a :n 5 }"), {}) == "{\"head\": {}, \"boolean\": true}\n");
}

TEST_CASE("CSV and TSV") {
  CHECK(query::to_csv(answer_of(kSelect), {}) == "v,none\r\nhttp://e/b,\r\n05,\r\n5,\r\n<&>,\r\n\"x, \"\"y\"\"\n\",\r\n");
  CHECK(query::to_tsv(answer_of(kSelect), {}) == "?v\t?none\n<http://e/b>\t\n05\t\n5\t\n\"<&>\"\t\n\"x, \\\"y\\\"\\n\"@en\t\n");
}

TEST_CASE("XML") {
  const auto text = query::to_xml(answer_of(kSelect), {});
  CHECK(text.find("<binding name=\"v\"><literal xml:lang=\"en\">x, &quot;y&quot;\n</literal></binding>") != std::string::npos);
  CHECK(text.find("<literal>&lt;&amp;&gt;</literal>") != std::string::npos);
  CHECK(query::to_xml(answer_of("ASK { }"), {}).find("<boolean>true</boolean>") != std::string::npos);
}

TEST_CASE("a table for people") {
  CHECK(query::to_table(answer_of(kSelect), prefixes()) == "v        none\n-------  ----\n:b\n05\n5\n<&>\nx, \"y\"\n");
  CHECK(query::find_result_format("tsv") != nullptr);
  CHECK(query::find_result_format("html") == nullptr);
}
