// The query command as people run it.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "core/base/file.hpp"
#include "tests/support/run.hpp"

using namespace entente;

namespace {

struct Folder {
  Folder() : path(std::filesystem::temp_directory_path() / ("entente-query-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path);
    REQUIRE(write_file(path / "kb.ttl", "@prefix my: <http://e/> .\nmy:a a my:T ; my:n 1 .\nmy:b my:n 2 .\n").ok());
    REQUIRE(write_file(path / "extra.trig", "<http://e/g> { <http://e/c> <http://e/n> 3 }\n").ok());
    REQUIRE(write_file(path / "sum.rq", "SELECT (SUM(?n) AS ?sum) { ?s my:n ?n }\n").ok());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const char* name) const { return "'" + (path / name).string() + "'"; }
  std::filesystem::path path;
};

}  // namespace

TEST_CASE("query answers in every format") {
  const Folder folder;
  const auto kb = "query '" + folder.path.string() + "' ";
  CHECK(tests::run_entente(kb + "-q 'SELECT ?s ?n { ?s my:n ?n } ORDER BY ?n'").out == "s     n\n----  -\nmy:a  1\nmy:b  2\n");
  CHECK(tests::run_entente(kb + "-q 'SELECT ?s { ?s a my:T }' --format csv").out == "s\r\nhttp://e/a\r\n");
  CHECK(tests::run_entente(kb + "-q 'ASK { my:a my:n 1 }' --format json").out == "{\"head\": {}, \"boolean\": true}\n");
  CHECK(tests::run_entente(kb + "-q 'CONSTRUCT WHERE { ?s my:n 2 }'").out == "@prefix my: <http://e/> .\n\nmy:b\n    my:n 2 .\n");
  CHECK(tests::run_entente(kb + folder.file("sum.rq") + " --format tsv").out == "?sum\n3\n");
  CHECK(tests::run_entente("query " + folder.file("extra.trig") + " -q 'SELECT ?g ?n { GRAPH ?g { ?s <http://e/n> ?n } }' --format tsv").out ==
        "?g\t?n\n<http://e/g>\t3\n");
}

TEST_CASE("query's exit status tells what went wrong") {
  const Folder folder;
  const auto kb = "query '" + folder.path.string() + "' ";
  CHECK(tests::run_entente(kb + "-q 'ASK { }'").status == 0);
  const auto wrong = tests::run_entente(kb + "-q 'SELECT ?x WHERE {'");
  CHECK(wrong.status == 2);
  CHECK(wrong.out.find("query:1:18: error[QU001]") != std::string::npos);
  CHECK(tests::run_entente(kb + "-q 'ASK { }' --format html").status == 2);
  CHECK(tests::run_entente(kb).status == 2);
  CHECK(tests::run_entente("query /nowhere -q 'ASK { }'").status == 3);
  const auto limited = tests::run_entente(kb + "--max-steps 2 -q 'SELECT * { ?a ?b ?c . ?d ?e ?f }'");
  CHECK(limited.status == 3);
  CHECK(limited.out.find("QU002") != std::string::npos);
}
