// Reports, explanations, coverage, loading and places.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/rdf/load.hpp"
#include "shapes/load.hpp"
#include "shapes/report/explain.hpp"
#include "shapes/report/report_writer.hpp"
#include "tests/shapes/inline.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

struct Checked {
  shapes::Plan plan;
  rdf::Graph data;
  shapes::Report report;
  shapes::WriteOptions write;
};

Checked checked(const std::string& data, const std::string& shapes_text) {
  Diagnostics diagnostics;
  auto plan = shapes::compile(tests::turtle(shapes_text), {}, diagnostics);
  REQUIRE(plan.has_value());
  Checked out{std::move(*plan), tests::turtle(data), {}, {}};
  out.report = shapes::validate(out.plan, out.data).value();
  out.write.prefixes.add("ex", "http://example.org/");
  out.write.prefixes.add("sh", "http://www.w3.org/ns/shacl#");
  return out;
}

const char* kShapes = "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:maxInclusive 3 ] ; sh:node [ sh:class ex:D ] . "
                      "ex:Unused a sh:NodeShape ; sh:targetClass ex:Nobody ; sh:class ex:C .";
const char* kData = "ex:a a ex:C, ex:D ; ex:p 1, 5, 7 ; ex:extra 1 . ex:b a ex:C ; ex:p 2 .";

struct Folder {
  fs::path path = fs::path(ENTENTE_BINARY_DIR) / "report_test";
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name) << text;
    return path / name;
  }
};

}  // namespace

TEST_CASE("JSON and SARIF are well formed and complete") {
  Checked c = checked(kData, kShapes);
  REQUIRE(c.report.results.size() == 3);
  c.write.places = {{"d.ttl", 4, 0, {}}, {}, {}};
  const auto json = nlohmann::json::parse(to_json(c.report, c.plan, c.write));
  CHECK(json["conforms"] == false);
  CHECK(json["results"].size() == 3);
  CHECK(json["counts"]["http://www.w3.org/ns/shacl#Violation"] == 3);
  const auto sarif = nlohmann::json::parse(to_sarif(c.report, c.plan, c.write));
  CHECK(sarif["version"] == "2.1.0");
  const auto& run = sarif["runs"][0];
  REQUIRE(run["results"].size() == 3);
  for (const auto& result : run["results"]) CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  CHECK(run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 4);
  CHECK(!run["results"][1]["locations"][0].contains("physicalLocation"));
}

TEST_CASE("the text tells the first results of each shape and counts all") {
  Checked c = checked(kData, kShapes);
  c.write.limit = 1;
  const std::string text = to_text(c.report, c.plan, c.write);
  CHECK(text.find("3 results (3 sh:Violation)") != std::string::npos);
  CHECK(text.find("... and 1 more") != std::string::npos);
  CHECK(shapes::told_results(c.report, 1).size() == 2);
}

TEST_CASE("explain shows what passes and what fails") {
  const Checked c = checked(kData, kShapes);
  const auto explained = [&](const char* node) {
    return shapes::explain(c.plan, c.data, rdf::iri(std::string("http://example.org/") + node), rdf::iri("http://example.org/S"), c.write.prefixes).value();
  };
  const std::string good = explained("a");
  CHECK(good.find("sh:node: passes") != std::string::npos);
  CHECK(good.find("sh:maxInclusive \"3\"") != std::string::npos);
  CHECK(good.find("FAILS for \"5\"") != std::string::npos);
  const std::string other = explained("b");
  CHECK(other.find("sh:node: FAILS") != std::string::npos);
  CHECK(other.find("ex:b DOES NOT CONFORM to ex:S / sh:node") != std::string::npos);
  CHECK(explained("nowhere").find("not among the shape's own targets") != std::string::npos);
  CHECK(!shapes::explain(c.plan, c.data, rdf::iri("urn:a"), rdf::iri("urn:none"), c.write.prefixes).ok());
}

TEST_CASE("coverage counts what is never looked at") {
  const Checked c = checked(kData, kShapes);
  shapes::Coverage coverage;
  const auto report = shapes::validate_with_coverage(c.plan, c.data, {}, coverage);
  CHECK(tests::lines_of(*report) == tests::lines_of(c.report));
  CHECK(coverage.triples == 8);
  CHECK(coverage.touched == 6);  // two types ex:C, four values of ex:p
  const std::string text = to_text(coverage, c.plan, c.write.prefixes);
  CHECK(text.find("never used: ex:Unused") != std::string::npos);
  CHECK(text.find("1 triples never looked at: ex:extra") != std::string::npos);
}

TEST_CASE("the report is itself a graph that conforms to its shape") {
  const Checked c = checked(kData, kShapes);
  const rdf::Graph graph = rdf::merged_graph(to_dataset(c.report));
  Diagnostics diagnostics;
  const auto plan = shapes::compile(tests::turtle(
      "ex:R a sh:NodeShape ; sh:targetClass sh:ValidationReport ; sh:property [ sh:path sh:conforms ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:boolean ] ;"
      " sh:property [ sh:path sh:result ; sh:minCount 3 ; sh:node ex:V ] . ex:V a sh:NodeShape ; sh:class sh:ValidationResult ;"
      " sh:property [ sh:path sh:focusNode ; sh:minCount 1 ; sh:maxCount 1 ] ; sh:property [ sh:path sh:resultMessage ; sh:minCount 1 ] ;"
      " sh:property [ sh:path sh:resultSeverity ; sh:hasValue sh:Violation ] ; sh:property [ sh:path sh:sourceConstraintComponent ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ."), {}, diagnostics);
  REQUIRE(plan.has_value());
  CHECK(shapes::validate(*plan, graph)->conforms);
}

TEST_CASE("shapes files: imports, places of faults, lines of data") {
  const Folder folder;
  const std::string head = "@prefix ex: <http://example.org/> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n";
  const auto first = folder.write("first.ttl", head + "<> owl:imports <second.ttl>, <http://example.org/elsewhere> .\n");
  folder.write("second.ttl", head + "<> owl:imports <first.ttl> .\nex:S a sh:NodeShape ; sh:targetClass ex:C ;\n  sh:property ex:P .\nex:P sh:path ex:p ;\n  sh:minCount 1 .\n");
  shapes::ShapesFiles files;
  Diagnostics diagnostics;
  CHECK(shapes::load_shapes({first}, files, diagnostics));
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == Code::ShapesImport);
  shapes::CompileOptions options;
  options.locate = files.locate;
  Diagnostics none;
  const auto plan = shapes::compile(files.graph, options, none);
  REQUIRE(plan.has_value());
  const auto data = folder.write("data.nt", "<http://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/D> .\n"
                                            "<http://example.org/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/C> .\n");
  rdf::Graph graph;
  CHECK(rdf::load_files({data}, graph, {}, none));
  const auto report = shapes::validate(*plan, graph);
  REQUIRE(report->results.size() == 1);
  CHECK(shapes::locate({&report->results[0]}, {data})[0].line == 2);

  const auto bad = folder.write("bad.ttl", head + "ex:S a sh:NodeShape ;\n  sh:targetClass ex:C .\nex:S sh:nodeKind ex:None .\n");
  shapes::ShapesFiles bad_files;
  CHECK(shapes::load_shapes({bad}, bad_files, none));
  options.locate = bad_files.locate;
  CHECK(!shapes::compile(bad_files.graph, options, none));
  REQUIRE(none.items().size() == 1);
  CHECK(none.items()[0].place.line == 6);
  CHECK(none.items()[0].place.file == bad.string());
}
