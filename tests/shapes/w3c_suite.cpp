#include "tests/shapes/w3c_suite.hpp"

#include <functional>
#include <set>

#include "core/rdf/load.hpp"
#include "core/rdf/vocabulary.hpp"
#include "shapes/engine/validator.hpp"
#include "tests/shapes/isomorphism.hpp"

namespace entente::tests {
namespace {

using rdf::Graph;
using rdf::Term;
using rdf::TermId;
namespace sh = vocab::sh;

const std::string kMf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const std::string kSht = "http://www.w3.org/ns/shacl-test#";

Graph load(const std::filesystem::path& path, Diagnostics& diagnostics) {
  Graph graph;
  rdf::load_files({path}, graph, {}, diagnostics);
  return graph;
}

std::filesystem::path path_of(const Graph& graph, TermId id) {
  const std::string iri = graph.term(id).value;
  return iri.rfind("file://", 0) == 0 ? iri.substr(7) : iri;
}

TermId object(const Graph& graph, TermId subject, const std::string& predicate) {
  return graph.object(subject, graph.find_iri(predicate));
}

std::vector<TermId> list(const Graph& graph, TermId head) {
  std::vector<TermId> out;
  for (; head != rdf::kNoTerm && graph.term(head).value != vocab::rdf::nil; head = object(graph, head, std::string(vocab::rdf::rest))) {
    out.push_back(object(graph, head, std::string(vocab::rdf::first)));
  }
  return out;
}

// The triples of a report: its own, its results', and those of the paths in them; messages and types aside.
void add_report(const std::function<void(const Term&, const std::function<void(const Term&, const Term&)>&)>& triples_of,
                const Term& node, bool path, std::set<Term>& seen, std::vector<Statement>& out) {
  if (!seen.insert(node).second) return;
  triples_of(node, [&](const Term& predicate, const Term& value) {
    if (!path && (predicate.value == sh::resultMessage || predicate.value == vocab::rdf::type)) return;
    out.push_back({node, predicate, value});
    const bool result = predicate.value == sh::result || predicate.value == sh::detail;
    const bool into_path = predicate.value == sh::resultPath || path;
    if (value.kind == rdf::TermKind::Blank && (result || into_path)) add_report(triples_of, value, into_path, seen, out);
  });
}

std::vector<Statement> expected_report(const Graph& graph, TermId report) {
  std::vector<Statement> out;
  std::set<Term> seen;
  const auto triples_of = [&](const Term& node, const std::function<void(const Term&, const Term&)>& visit) {
    for (const auto& t : graph.with_subject(graph.find(node))) visit(graph.term(t.predicate), graph.term(t.object));
  };
  add_report(triples_of, graph.term(report), false, seen, out);
  return out;
}

std::vector<Statement> actual_report(const shapes::Report& report) {
  const rdf::Dataset dataset = shapes::to_dataset(report);
  std::vector<Statement> all;
  for (const auto& quad : dataset.quads()) {
    const auto view = dataset.view(quad);
    all.push_back({Term(view.subject), Term(view.predicate), Term(view.object)});
  }
  std::vector<Statement> out;
  std::set<Term> seen;
  const auto triples_of = [&](const Term& node, const std::function<void(const Term&, const Term&)>& visit) {
    for (const Statement& s : all) {
      if (s.subject == node) visit(s.predicate, s.object);
    }
  };
  for (const Statement& s : all) {
    if (s.object == rdf::iri(sh::ValidationReport)) add_report(triples_of, s.subject, false, seen, out);
  }
  return out;
}

std::string text(const std::vector<Statement>& statements) {
  std::string out;
  for (const Statement& s : statements) {
    out += "    " + rdf::to_ntriples(s.subject) + " " + rdf::to_ntriples(s.predicate) + " " + rdf::to_ntriples(s.object) + "\n";
  }
  return out;
}

std::string text(const Diagnostics& diagnostics) {
  std::string out;
  for (const auto& item : diagnostics.items()) out += to_string(item) + "\n";
  return out;
}

// Empty if the test passes.
std::string run_validation(const Graph& graph, TermId test) {
  const TermId action = object(graph, test, kMf + "action");
  const TermId wanted = object(graph, test, kMf + "result");
  const TermId data_file = object(graph, action, kSht + "dataGraph");
  const TermId shapes_file = object(graph, action, kSht + "shapesGraph");
  if (wanted == rdf::kNoTerm || data_file == rdf::kNoTerm || shapes_file == rdf::kNoTerm) return "the entry is incomplete";
  Diagnostics diagnostics;
  const Graph data = load(path_of(graph, data_file), diagnostics);
  const Graph shapes = load(path_of(graph, shapes_file), diagnostics);
  if (diagnostics.has_errors()) return text(diagnostics);
  const bool failure_wanted = graph.term(wanted) == rdf::iri(kSht + "Failure");
  shapes::CompileOptions options;
  options.shapes_graph_name = graph.term(shapes_file);
  const auto plan = shapes::compile(shapes, options, diagnostics);
  if (!plan) return failure_wanted ? "" : "the shapes were refused: " + text(diagnostics);
  const auto report = shapes::validate(*plan, data);
  if (!report) return failure_wanted ? "" : "validation failed: " + to_string(report.error());
  if (failure_wanted) return "a failure was expected";
  const auto expected = expected_report(graph, wanted);
  const auto actual = actual_report(*report);
  if (isomorphic(expected, actual)) return "";
  return "the report differs; expected\n" + text(expected) + "  but got\n" + text(actual);
}

void run_manifest(const std::filesystem::path& root, const std::filesystem::path& path, std::set<std::filesystem::path>& seen,
                  std::vector<SuiteResult>& out) {
  if (!seen.insert(path).second) return;
  Diagnostics diagnostics;
  const Graph graph = load(path, diagnostics);
  if (diagnostics.has_errors()) out.push_back({path.string(), "", false, text(diagnostics)});
  const TermId include = graph.find_iri(kMf + "include");
  if (include != rdf::kNoTerm) {
    std::set<std::filesystem::path> files;
    for (const auto& t : graph.with_predicate(include)) files.insert(path_of(graph, t.object));
    for (const auto& file : files) run_manifest(root, file, seen, out);
  }
  const TermId entries = graph.find_iri(kMf + "entries");
  if (entries == rdf::kNoTerm) return;
  for (const auto& t : graph.with_predicate(entries)) {
    for (const TermId test : list(graph, t.object)) {
      SuiteResult result;
      result.id = std::filesystem::relative(path_of(graph, test), root).string();
      const TermId label = object(graph, test, std::string(vocab::rdfs::label));
      if (label != rdf::kNoTerm) result.label = graph.term(label).value;
      const bool known = graph.contains(test, graph.find_iri(vocab::rdf::type), graph.find_iri(kSht + "Validate"));
      result.reason = known ? run_validation(graph, test) : "unknown type of test";
      result.passed = result.reason.empty();
      out.push_back(std::move(result));
    }
  }
}

}  // namespace

std::vector<SuiteResult> run_suite(const std::filesystem::path& manifest) {
  std::vector<SuiteResult> out;
  const auto path = std::filesystem::weakly_canonical(manifest);
  std::set<std::filesystem::path> seen;
  run_manifest(path.parent_path(), path, seen, out);
  std::set<std::filesystem::path> files;  // some tests (sparql/component/nodeValidator-001) stand in no manifest
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path.parent_path())) {
    if (entry.path().extension() == ".ttl") files.insert(entry.path());
  }
  for (const auto& file : files) run_manifest(path.parent_path(), file, seen, out);
  return out;
}

std::string earl_report(const std::vector<SuiteResult>& results) {
  std::string out =
      "@prefix earl: <http://www.w3.org/ns/earl#> .\n@prefix doap: <http://usefulinc.com/ns/doap#> .\n"
      "@prefix shacl: <urn:x-shacl-test:/> .\n\n"
      "<https://w3id.org/entente/software> a doap:Project, earl:Software, earl:TestSubject ;\n"
      "  doap:name \"entente\" ; doap:programming-language \"C++\" .\n";
  for (const SuiteResult& result : results) {
    out += "\n[] a earl:Assertion ; earl:mode earl:automatic ;\n  earl:assertedBy <https://w3id.org/entente/software> ;\n"
           "  earl:subject <https://w3id.org/entente/software> ;\n  earl:test <urn:x-shacl-test:/" + result.id + "> ;\n"
           "  earl:result [ a earl:TestResult ; earl:outcome earl:" + (result.passed ? "passed" : "failed") + " ] .\n";
  }
  return out;
}

}  // namespace entente::tests
