// The main job end to end, on the bundled articles.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>

#include "core/base/code_points.hpp"
#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"
#include "core/rdf/dataset.hpp"
#include "tests/support/run.hpp"

using namespace entente;
using tests::run_entente;

namespace {

const std::string kSamples = std::string(ENTENTE_SOURCE_DIR) + "/corpus/samples";

std::string bytes(const std::filesystem::path& path) {
  auto read = read_file(path);
  REQUIRE(read.ok());
  return *read;
}

rdf::Dataset load(const std::filesystem::path& path) {
  Diagnostics diagnostics;
  auto data = rdf::load(path, diagnostics);
  CHECK(diagnostics.empty());
  return data;
}

std::string sample(const char* name) { return "'" + kSamples + "/" + name + "'"; }

std::set<std::string> subjects(const std::filesystem::path& path) {
  const auto data = load(path);
  std::set<std::string> out;
  for (const auto& quad : data.quads()) out.insert(std::string(data.term(quad.subject).value));
  return out;
}

}  // namespace

TEST_CASE("build gives the same bytes for any order of files and number of threads") {
  const tests::TemporaryFolder folder("entente-build");
  const std::string one = (folder.path / "one").string();
  const std::string two = (folder.path / "two").string();
  const std::string a = sample("nordic-defence.txt");
  const std::string b = sample("asean-interview.md");
  const std::string c = sample("sahel-comment.html");
  REQUIRE(run_entente("-q -j1 build " + a + " " + b + " " + c + " -o " + one).status == 0);
  REQUIRE(run_entente("-q -j2 build " + c + " " + a + " " + b + " -o " + two).status == 0);
  for (const char* file : {"kb.ttl", "mentions.ttl", "register.ttl", "ontology.ttl", "shapes.ttl", "dataset.ttl", "report.ttl"}) {
    INFO(file);
    CHECK(bytes(folder.path / "one" / file) == bytes(folder.path / "two" / file));
  }
}

TEST_CASE("adding a document changes no identifier of another") {
  const tests::TemporaryFolder folder("entente-adding");
  REQUIRE(run_entente("-q build " + sample("nordic-defence.txt") + " -o " + (folder.path / "few").string()).status == 0);
  REQUIRE(run_entente("-q build '" + kSamples + "' -o " + (folder.path / "all").string()).status == 0);
  const auto all = subjects(folder.path / "all" / "kb.ttl");
  const auto all_mentions = subjects(folder.path / "all" / "mentions.ttl");
  for (const auto& iri : subjects(folder.path / "few" / "kb.ttl")) CHECK(all.count(iri) == 1);
  for (const auto& iri : subjects(folder.path / "few" / "mentions.ttl")) CHECK((all_mentions.count(iri) + all.count(iri)) >= 1);
}

TEST_CASE("every quotation equals its slice, and there are no blank nodes") {
  const tests::TemporaryFolder folder("entente-slices");
  REQUIRE(run_entente("-q build '" + kSamples + "' --format ntriples -o " + (folder.path / "kb").string()).status == 0);
  std::map<std::string, std::string> originals;  // first 16 digits of the hash -> text
  for (const auto& entry : std::filesystem::directory_iterator(kSamples)) {
    const std::string text = bytes(entry.path());
    originals[sha256_hex(text).substr(0, 16)] = text;
  }
  std::size_t checked = 0;
  for (const char* file : {"kb.nt", "mentions.nt"}) {
    const auto data = load(folder.path / "kb" / file);
    for (const auto& quad : data.quads()) {
      CHECK(!data.term(quad.subject).is_blank());
      CHECK(!data.term(quad.object).is_blank());
      if (data.term(quad.predicate).value != "http://www.w3.org/ns/oa#exact") continue;
      const std::string iri(data.term(quad.subject).value);
      const auto name = iri.substr(iri.rfind('/') + 1);
      const auto dash = name.find('-');
      const auto text = originals.find(name.substr(0, dash));
      if (text == originals.end()) continue;  // a line of JSON Lines
      const auto begin = static_cast<std::uint32_t>(std::stoul(name.substr(dash + 1)));
      const auto end = static_cast<std::uint32_t>(std::stoul(name.substr(name.rfind('-') + 1)));
      const CodePointIndex index(text->second);
      const Span slice{index.byte_of(begin), index.byte_of(end)};
      REQUIRE(data.term(quad.object).value == slice.of(text->second));
      ++checked;
    }
  }
  CHECK(checked > 500);
}

TEST_CASE("bad input is told with its place and costs nothing else") {
  const tests::TemporaryFolder folder("entente-faults");
  REQUIRE(write_file(folder.path / "good.txt", "Kazakhstan\u2019s foreign minister said that the talks in Astana had failed.\n").ok());
  REQUIRE(write_file(folder.path / "bad.txt", "abc \xFF def\n").ok());
  REQUIRE(write_file(folder.path / "empty.txt", "").ok());
  REQUIRE(write_file(folder.path / "lines.jsonl", "{\"id\": \"a\", \"text\": \"Peru left.\"}\n{broken\n").ok());
  const auto ran = run_entente("-q build " + folder.path.string() + " -o " + (folder.path / "out").string());
  CHECK(ran.status == 3);
  CHECK(ran.out.find("bad.txt") != std::string::npos);
  CHECK(ran.out.find("TX001") != std::string::npos);
  CHECK(ran.out.find("lines.jsonl:2") != std::string::npos);
  CHECK(bytes(folder.path / "out" / "kb.ttl").find("the talks in Astana had failed") != std::string::npos);
}

TEST_CASE("build never touches a folder that is no knowledge base") {
  const tests::TemporaryFolder folder("entente-foreign");
  std::filesystem::create_directories(folder.path / "mine");
  REQUIRE(write_file(folder.path / "mine" / "letter.txt", "precious").ok());
  CHECK(run_entente("-q build " + sample("nordic-defence.txt") + " -o " + (folder.path / "mine").string()).status == 4);
  CHECK(bytes(folder.path / "mine" / "letter.txt") == "precious");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("what build wrote can be explained, counted and validated") {
  const tests::TemporaryFolder folder("entente-after");
  const std::string kb = (folder.path / "kb").string();
  REQUIRE(run_entente("-q build '" + kSamples + "' -o " + kb).status == 0);
  const auto stats = run_entente("stats " + kb);
  CHECK(stats.status == 0);
  CHECK(stats.out.find("Claims by claimant") != std::string::npos);
  const auto explained = run_entente("explain " + kb + " Kazakhstan");
  CHECK(explained.status == 0);
  CHECK(explained.out.find("id/state/kazakhstan") != std::string::npos);
  CHECK(run_entente("explain " + kb + " 'no such name anywhere'").status == 1);
  const auto valid = run_entente("validate " + kb + "/kb.ttl " + kb + "/mentions.ttl --shapes " + kb + "/shapes.ttl");
  CHECK(valid.status == 0);
  const auto leak = run_entente("query " + kb +
                                " -q 'ASK { ?st a ent:Statement ; ent:status ent:Claimed ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o . "
                                "FILTER NOT EXISTS { ?b a ent:Statement ; ent:status ent:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }' --format json");
  CHECK(leak.out.find("\"boolean\": false") != std::string::npos);
}
