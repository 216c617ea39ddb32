// The validate command as people run it: forms, options, places, exit statuses.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/base/file.hpp"
#include "tests/support/run.hpp"

using namespace entente;
using tests::run_entente;

namespace {

const char* const kShapes =
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix my: <http://my.example/ns#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    "my:BookShape a sh:NodeShape ; sh:targetClass my:Book ;\n"
    "  sh:property [ sh:path my:title ; sh:minCount 1 ; sh:minLength 1 ] ;\n"
    "  sh:property [ sh:path my:pages ; sh:maxInclusive 900 ; sh:severity sh:Warning ] ;\n"
    "  sh:property [ sh:path my:author ; sh:node my:PersonShape ] .\n"
    "my:PersonShape a sh:NodeShape ; sh:property [ sh:path my:name ; sh:datatype xsd:string ] .\n"
    "my:Never a sh:NodeShape ; sh:targetClass my:Nobody ; sh:nodeKind sh:IRI .\n";
const char* const kData =
    "<http://my.example/b1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://my.example/ns#Book> .\n"
    "<http://my.example/b1> <http://my.example/ns#title> \"\" .\n"
    "<http://my.example/b1> <http://my.example/ns#pages> \"1000\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
    "<http://my.example/b2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://my.example/ns#Book> .\n"
    "<http://my.example/b2> <http://my.example/ns#author> <http://my.example/p> .\n"
    "<http://my.example/p> <http://my.example/ns#name> \"x\"@en .\n"
    "<http://my.example/b3> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://my.example/ns#Book> .\n"
    "<http://my.example/b3> <http://my.example/ns#title> \"Fine\" .\n"
    "<http://my.example/b3> <http://my.example/ns#unseen> \"never\" .\n";

struct Folder : tests::TemporaryFolder {
  Folder() : TemporaryFolder("entente-validate") {
    write("shapes.ttl", kShapes);
    write("data.nt", kData);
    write("good.ttl", "@prefix my: <http://my.example/ns#> .\nmy:b a my:Book ; my:title \"T\" .\n");
  }
  void write(const char* name, const std::string& text) const { REQUIRE(write_file(path / name, text).ok()); }
  std::string file(const char* name) const { return "'" + (path / name).string() + "'"; }
  tests::Ran validate(const char* data, const std::string& more = {}) const {
    return run_entente("validate " + file(data) + " --shapes " + file("shapes.ttl") + " " + more);
  }
};

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("validate tells people what, where and how often") {
  const Folder folder;
  const auto ran = folder.validate("data.nt");
  CHECK(ran.status == 1);
  CHECK(has(ran.out, "Does not conform: 4 results (3 sh:Violation, 1 sh:Warning)"));
  CHECK(has(ran.out, "my:BookShape / my:title: 2 results"));
  CHECK(has(ran.out, "A value is missing (1)"));
  CHECK(has(ran.out, "Value is shorter than 1 character (1)"));
  CHECK(has(ran.out, "data.nt:2  <http://my.example/b1>  \"\""));
  CHECK(has(ran.out, "data.nt:3  <http://my.example/b1>  \"1000\"^^xsd:integer"));
  CHECK(has(ran.out, "Value does not conform to my:PersonShape"));
  CHECK(!has(ran.out, "because"));
  CHECK(has(folder.validate("data.nt", "--details").out, "because sh:DatatypeConstraintComponent: Value is not a well-formed literal of type xsd:string"));
  const auto limited = folder.validate("data.nt", "--limit 1");
  CHECK(has(limited.out, "my:BookShape / my:title: 2 results"));
  CHECK(has(limited.out, "... and 1 more"));
}

TEST_CASE("validate's exit statuses") {
  const Folder folder;
  const auto good = folder.validate("good.ttl");
  CHECK(good.out == "Conforms\n");
  CHECK(good.status == 0);
  CHECK(folder.validate("data.nt").status == 1);
  CHECK(folder.validate("data.nt", "--format word").status == 2);
  CHECK(run_entente("validate").status == 2);
  CHECK(folder.validate("nowhere.nt").status == 3);
  folder.write("bad.nt", "<a> <b> .\n");
  CHECK(folder.validate("bad.nt").status == 3);
  folder.write("ill.ttl", "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<http://e/S> a sh:NodeShape ;\n  sh:minCount 1 .\n");
  const auto ill = run_entente("validate " + folder.file("good.ttl") + " --shapes " + folder.file("ill.ttl"));
  CHECK(ill.status == 3);
  CHECK(has(ill.out, "ill.ttl:3: error[SH001]"));
  CHECK(has(ill.out, "(SHACL 4.2.1)"));
  CHECK(folder.validate("good.ttl", "-o /nowhere/report").status == 4);
}

TEST_CASE("validate writes Turtle, JSON and SARIF") {
  const Folder folder;
  CHECK(folder.validate("data.nt", "--format turtle -o " + folder.file("report.ttl")).status == 1);
  folder.write("report-shapes.ttl",
               "@prefix sh: <http://www.w3.org/ns/shacl#> .\n[] a sh:NodeShape ; sh:targetClass sh:ValidationReport ;"
               " sh:property [ sh:path sh:conforms ; sh:hasValue false ], [ sh:path sh:result ; sh:minCount 4 ; sh:maxCount 4 ; sh:class sh:ValidationResult ] .\n");
  CHECK(run_entente("validate " + folder.file("report.ttl") + " --shapes " + folder.file("report-shapes.ttl")).out == "Conforms\n");

  const auto json = nlohmann::json::parse(folder.validate("data.nt", "--format json --limit 1").out);
  CHECK(json["conforms"] == false);
  CHECK(json["results"].size() == 3);
  CHECK(json["counts"]["http://www.w3.org/ns/shacl#Violation"] == 3);
  CHECK(json["results"][0]["place"]["line"].is_number());

  const auto sarif = nlohmann::json::parse(folder.validate("data.nt", "--format sarif").out);
  CHECK(sarif["version"] == "2.1.0");
  const auto& results = sarif["runs"][0]["results"];
  REQUIRE(results.size() == 4);
  std::size_t warnings = 0;
  for (const auto& result : results) {
    warnings += result["level"] == "warning" ? 1 : 0;
    CHECK(result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1);
  }
  CHECK(warnings == 1);
}

TEST_CASE("validate explains, also what passes") {
  const Folder folder;
  const auto fails = folder.validate("data.nt", "--explain http://my.example/b1 my:BookShape");
  CHECK(fails.status == 0);
  CHECK(has(fails.out, "<http://my.example/b1> DOES NOT CONFORM to my:BookShape"));
  CHECK(has(fails.out, "sh:minCount \"1\"^^xsd:integer: passes"));
  CHECK(has(fails.out, "sh:minLength \"1\"^^xsd:integer: FAILS"));
  const auto passes = folder.validate("data.nt", "--explain '<http://my.example/b3>' my:BookShape");
  CHECK(has(passes.out, "<http://my.example/b3> conforms to my:BookShape"));
  CHECK(!has(passes.out, "FAILS"));
  CHECK(has(folder.validate("data.nt", "--explain my:x my:BookShape").out, "not among the shape's own targets"));
  CHECK(folder.validate("data.nt", "--explain my:x my:NoShape").status == 3);
  CHECK(folder.validate("data.nt", "--explain x my:BookShape").status == 2);
}

TEST_CASE("validate tells what it never looked at") {
  const Folder folder;
  const auto ran = folder.validate("data.nt", "--coverage");
  CHECK(has(ran.out, "never used: my:Never (no node is a target)"));
  CHECK(has(ran.out, "1 triples never looked at: my:unseen"));
}

TEST_CASE("validate finds shapes: files, folders, sh:shapesGraph, owl:imports, the shapes' classes") {
  const Folder folder;
  folder.write("linked.ttl", "@prefix my: <http://my.example/ns#> .\n<> <http://www.w3.org/ns/shacl#shapesGraph> <shapes.ttl> .\nmy:b a my:Book .\n");
  const auto linked = run_entente("validate " + folder.file("linked.ttl"));
  CHECK(linked.status == 1);
  CHECK(has(linked.out, "linked.ttl:3  my:b"));
  folder.write("importing.ttl", "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n<> a owl:Ontology ; owl:imports <shapes.ttl>, <http://far.example/s> .\n");
  const auto imported = run_entente("validate " + folder.file("linked.ttl") + " --shapes " + folder.file("importing.ttl"));
  CHECK(imported.status == 1);
  CHECK(has(imported.out, "warning[SH006]"));
  folder.write("classes.ttl", "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix my: <http://my.example/ns#> .\nmy:Novel rdfs:subClassOf my:Book .\n");
  folder.write("novel.ttl", "@prefix my: <http://my.example/ns#> .\nmy:n a my:Novel .\n");
  const std::string both = "validate " + folder.file("novel.ttl") + " --shapes " + folder.file("shapes.ttl") + " " + folder.file("classes.ttl");
  CHECK(run_entente(both).status == 0);
  CHECK(run_entente(both + " --shapes-classes").status == 1);
}

TEST_CASE("validate knows the SHACL 1.2 draft on demand, with its date in the option") {
  const Folder folder;
  folder.write("line.ttl", "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix my: <http://my.example/ns#> .\n"
                           "my:S a sh:NodeShape ; sh:targetNode my:b ; sh:property [ sh:path my:title ; sh:singleLine true ] .\n");
  folder.write("lines.ttl", "@prefix my: <http://my.example/ns#> .\nmy:b my:title \"a\\nb\" .\n");
  const std::string run = "validate " + folder.file("lines.ttl") + " --shapes " + folder.file("line.ttl");
  CHECK(run_entente(run).status == 0);
  CHECK(run_entente(run + " --shacl-1-2-draft-2026").status == 1);
  CHECK(has(run_entente("validate --help").out, "2026"));
}

TEST_CASE("validate leads from our own data to sentence and rule") {
  const Folder folder;
  folder.write("kb.ttl",
               "@prefix ent: <https://w3id.org/entente/ns#> .\n@prefix oa: <http://www.w3.org/ns/oa#> .\n@prefix my: <http://my.example/ns#> .\n"
               "my:c a my:Book ; ent:extractedByRule my:rule ; ent:evidence my:span .\nmy:span oa:hasSelector my:sel .\nmy:sel oa:exact \"It was so.\" .\n");
  const auto ran = folder.validate("kb.ttl");
  CHECK(has(ran.out, "found by my:rule"));
  CHECK(has(ran.out, "read in my:span \"It was so.\""));
}

TEST_CASE("validate says when it checked nothing, and names what does nothing") {
  const Folder folder;
  folder.write("far.ttl", "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<http://e/S> a sh:NodeShape ;\n  sh:targetClass <http://e/C> ;\n  sh:nodekind sh:IRI .\n");
  const auto ran = run_entente("validate " + folder.file("good.ttl") + " --shapes " + folder.file("far.ttl"));
  CHECK(ran.status == 0);
  CHECK(has(ran.out, "far.ttl:4: warning[SH001]: sh:nodekind is no name of SHACL and does nothing here; is sh:nodeKind meant?"));
  CHECK(has(ran.out, "Conforms, but nothing was checked: no shape has a target in the data"));
}
