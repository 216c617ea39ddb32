// The documents about SHACL are what the engine does: worked examples are run, the conformance table is
// generated. ENTENTE_UPDATE_DOCS=1 writes them anew.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "core/base/file.hpp"
#include "shapes/engine/registry.hpp"
#include "shapes/report/report_writer.hpp"
#include "tests/shapes/inline.hpp"
#include "tests/shapes/w3c_suite.hpp"
#include "tests/support/shared.hpp"

using namespace entente;

namespace {

const std::filesystem::path kDocs = std::filesystem::path(ENTENTE_SOURCE_DIR) / "docs";

bool updating() { return std::getenv("ENTENTE_UPDATE_DOCS") != nullptr; }

// The insides of the fenced blocks of a Markdown text, as (begin, end).
std::vector<std::pair<std::size_t, std::size_t>> blocks_of(const std::string& text) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (std::size_t at = text.find("\n```"); at != std::string::npos; at = text.find("\n```", at + 1)) {
    const std::size_t begin = text.find('\n', at + 1) + 1;
    const std::size_t end = text.find("```\n", begin);
    if (end == std::string::npos) break;
    out.emplace_back(begin, end);
    at = end - 1;
  }
  return out;
}

std::string report_on(const std::string& shapes_text, const std::string& data_text, bool details) {
  Diagnostics diagnostics;
  const auto plan = shapes::compile(tests::turtle(shapes_text), {}, diagnostics);
  REQUIRE(plan.has_value());
  shapes::ValidateOptions options;
  options.details = details;
  const auto report = shapes::validate(*plan, tests::turtle(data_text), options);
  REQUIRE(report.ok());
  shapes::WriteOptions write;
  for (const auto& [prefix, name_space] : {std::pair{"ex", "http://example.org/"}, {"sh", "http://www.w3.org/ns/shacl#"},
                                           {"xsd", "http://www.w3.org/2001/XMLSchema#"}}) {
    write.prefixes.add(prefix, name_space);
  }
  return to_text(*report, *plan, write);
}

std::string conformance_page(const std::vector<tests::SuiteResult>& core, const std::vector<tests::SuiteResult>& sparql) {
  std::string out =
      "# SHACL conformance\n\nGenerated from the registry of constraint components (`shapes/engine/components.def`) and the results of the\n"
      "W3C test suite by `tests/shapes/docs_test.cpp`; do not edit. Each test compares the whole report as a graph,\n"
      "messages aside.\n\n| suite | tests | passed |\n|---|---|---|\n";
  const auto row = [&](const char* name, const std::vector<tests::SuiteResult>& results) {
    std::size_t passed = 0;
    for (const auto& result : results) passed += result.passed ? 1 : 0;
    out += std::string("| ") + name + " | " + std::to_string(results.size()) + " | " + std::to_string(passed) + " |\n";
  };
  row("SHACL Core", core);
  row("SHACL-SPARQL", sparql);
  out += "\n## Constraint components\n\n\"Looks at\" is what a component's checks may see: one value, the data graph, all values of a node, or other shapes.\n\n"
         "| component | parameters | specification | looks at |\n|---|---|---|---|\n";
  for (const auto& component : shapes::registry()) {
    out += "| `sh:" + std::string(component.name()) + "` | " + std::string(component.parameters) + " | " +
           (component.draft ? "SHACL " + std::string(component.section) + " (draft)"
                            : "SHACL " + std::string(component.section)) + " | " + std::string(component.looks_at) + " |\n";
  }
  out += "\nDraft: SHACL 1.2 Core, " + std::string(shapes::kDraft) + ", with `--shacl-1-2-draft-2026`. The draft also lets `sh:class`, `sh:datatype`,\n"
         "`sh:nodeKind` and `sh:rootClass` be lists of which one member is to fit, and the property pairs compare with paths; it adds\n"
         "the class `sh:ShapeClass` and the targets `sh:shape` and `sh:targetWhere`. Left out: all that needs RDF 1.2 (reifiers), node\n"
         "expressions, and incomplete data.\n";
  out += "\n`sh:sparql` constraints and SPARQL-based constraint components (SHACL 5 and 6) are in `shapes/engine/sparql*.cpp`.\n\n## Tests\n\n";
  for (const auto* results : {&core, &sparql}) {
    out += results == &core ? "### Core\n\n" : "\n### SPARQL\n\n";
    for (const auto& result : *results) out += std::string("- ") + (result.passed ? "passed" : "FAILED") + " " + result.id + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("the worked examples say what the engine says") {
  int examples = 0;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(kDocs / "shacl")) files.insert(entry.path());
  for (const auto& file : files) {
    std::string text = read_file(file).value();
    const auto blocks = blocks_of(text);
    INFO(file.string());
    REQUIRE(blocks.size() == 3);
    const auto inside = [&](std::size_t i) { return text.substr(blocks[i].first, blocks[i].second - blocks[i].first); };
    const std::string report = report_on(inside(0), inside(1), text.find("--details") != std::string::npos);
    CHECK(report != "Conforms\n");
    if (updating()) std::ofstream(file) << text.replace(blocks[2].first, blocks[2].second - blocks[2].first, report);
    else CHECK(inside(2) == report);
    ++examples;
  }
  CHECK(examples == 12);
}

TEST_CASE("the conformance page is current; the EARL report is written") {
  if (!tests::has_shared("w3c/shacl/manifest.ttl")) return;
  const auto core = tests::run_suite(tests::shared_path("w3c/shacl/core/manifest.ttl"));
  const auto sparql = tests::run_suite(tests::shared_path("w3c/shacl/sparql/manifest.ttl"));
  auto all = core;
  all.insert(all.end(), sparql.begin(), sparql.end());
  std::ofstream(std::string(ENTENTE_BINARY_DIR) + "/earl-shacl.ttl") << tests::earl_report(all);
  const std::string page = conformance_page(core, sparql);
  if (updating()) std::ofstream(kDocs / "shacl-conformance.md") << page;
  CHECK(read_file(kDocs / "shacl-conformance.md").value() == page);
}
