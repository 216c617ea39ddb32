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

TEST_CASE("a text that comes again is one document, with the fullest metadata whatever the order") {
  const tests::TemporaryFolder folder("entente-again");
  const std::string text = R"("text": "Peru's foreign minister said that Chile had left the talks in Lima. Chile supports Peru.\n")";
  const std::string bare = "{" + text + "}\n";
  const std::string full = R"({"title": "Talks", "authors": ["Ana Quispe"], "published": "2024-05-02", )" + text + "}\n";
  const std::string other = R"({"title": "Talks", "authors": ["Juan Rojas"], )" + text + "}\n";
  const auto build = [&](const std::string& name, const std::string& lines) {
    REQUIRE(write_file(folder.path / (name + ".jsonl"), lines).ok());
    const auto ran = run_entente("-q build " + (folder.path / name).string() + ".jsonl -o " + (folder.path / name).string());
    CHECK(ran.status == 0);
    return ran.out;
  };
  CHECK(build("one", full).empty());
  CHECK(build("same", full + full).empty());
  for (const auto& [name, lines] : {std::pair("first", full + bare + other), std::pair("last", other + bare + full)}) {
    CHECK(build(name, lines).find("TX006") != std::string::npos);
  }
  for (const char* file : {"kb.ttl", "mentions.ttl", "register.ttl", "dataset.ttl"}) {
    INFO(file);
    const std::string expected = bytes(folder.path / "one" / file);
    for (const char* name : {"same", "first", "last"}) CHECK(bytes(folder.path / name / file) == expected);
  }
  CHECK(bytes(folder.path / "one" / "kb.ttl").find("Ana Quispe") != std::string::npos);
  CHECK(bytes(folder.path / "one" / "dataset.ttl").find("void:documents      1 ;") != std::string::npos);
}

TEST_CASE("a run is named by the data that build reads, not by what lies beside") {
  const tests::TemporaryFolder folder("entente-run");
  const std::filesystem::path source(ENTENTE_SOURCE_DIR);
  const auto data = folder.path / "data";
  for (const char* part : {"extract/lexicon", "extract/rules", "extract/language/models", "ontology/mapping", "ontology/register",
                           "ontology/schema"}) {
    std::filesystem::create_directories((data / part).parent_path());
    std::filesystem::copy(source / part, data / part, std::filesystem::copy_options::recursive);
  }
  std::filesystem::create_directories(data / "shapes");
  for (const char* file : {"output.ttl", "leak.ttl", "register.ttl"}) std::filesystem::copy(source / "shapes" / file, data / "shapes" / file);
  std::filesystem::remove_all(data / "ontology" / "register" / "source");  // as installed
  const auto build = [&](const std::string& options, const std::string& name) {
    REQUIRE(run_entente("-q " + options + " build " + sample("nordic-defence.txt") + " -o " + (folder.path / name).string()).status == 0);
    return bytes(folder.path / name / "kb.ttl");
  };
  const std::string installed = build("--data-dir " + data.string(), "installed");
  CHECK(installed == build("--data-dir '" + source.string() + "'", "source"));
  REQUIRE(write_file(data / "extract" / "rules" / "notes.txt", "not read").ok());
  CHECK(installed == build("--data-dir " + data.string(), "notes"));
  const auto list = data / "extract" / "lexicon" / "titles.txt";
  REQUIRE(write_file(list, bytes(list) + "\n# another comment\n").ok());
  CHECK(installed != build("--data-dir " + data.string(), "changed"));
  REQUIRE(write_file(list, bytes(source / "extract" / "lexicon" / "titles.txt")).ok());
  REQUIRE(write_file(data / "extract" / "language" / "models" / "README.md", "not read").ok());
  CHECK(installed == build("--data-dir " + data.string(), "read-me"));
  std::filesystem::remove(data / "extract" / "language" / "models" / "english.model");
  CHECK(installed == build("--data-dir " + data.string(), "without-parser"));
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
  CHECK(run_entente("explain " + kb + " state:kazakhstan").out == explained.out);
  CHECK(run_entente("explain " + kb + " '<https://w3id.org/entente/kb/id/state/kazakhstan>'").out == explained.out);
  CHECK(run_entente("explain " + kb + " 'no such name anywhere'").status == 1);
  const auto valid = run_entente("validate " + kb + "/kb.ttl " + kb + "/mentions.ttl --shapes " + kb + "/shapes.ttl");
  CHECK(valid.status == 0);
  const auto leak = run_entente("query " + kb +
                                " -q 'ASK { ?st a ent:Statement ; ent:status ent:Claimed ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o . "
                                "FILTER NOT EXISTS { ?b a ent:Statement ; ent:status ent:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }' --format json");
  CHECK(leak.out.find("\"boolean\": false") != std::string::npos);
}
