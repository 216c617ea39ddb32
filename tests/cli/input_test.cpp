// Input and data files that are broken, missing or hostile: located messages, the right status, the others still done.
#include <nlohmann/json.hpp>

#include "core/base/file.hpp"
#include "tests/fuzz/replay/mutate.hpp"
#include "tests/support/process.hpp"
#include "tests/support/run.hpp"

using namespace entente;
using namespace entente::tests;

namespace {

namespace fs = std::filesystem;
const fs::path kRoot = ENTENTE_SOURCE_DIR;
const std::string kSample = "'" ENTENTE_SOURCE_DIR "/corpus/samples/nordic-defence.txt'";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A data folder that is the project's, but for the folder `changed`, whose entries are links.
void link_data(const fs::path& data, const fs::path& changed) {
  for (const char* part : {"extract/rules", "extract/lexicon", "extract/language", "ontology/register", "ontology/schema", "ontology/mapping", "shapes"}) {
    fs::create_directories((data / part).parent_path());
    if (part != changed) {
      fs::create_symlink(kRoot / part, data / part);
      continue;
    }
    fs::create_directories(data / part);
    for (const auto& entry : fs::directory_iterator(kRoot / part)) fs::create_symlink(entry.path(), data / part / entry.path().filename());
  }
}

struct Broken {
  const char* folder;
  const char* file;
  const char* bytes;
  const char* code;
};

}  // namespace

TEST_CASE("a broken data file is told with its place, and nothing is built from it") {
  const Broken all[] = {{"extract/rules", "claims.json", "{\"kind\": \"claim\",\n \"rules\": [", "RU001"},
                        {"extract/rules", "mine.json", "{\"kind\": \"claim\", \"doc\": \"d\", \"rulez\": []}", "RU002"},
                        {"extract/lexicon", "claim-say.txt", "#! verbs\nsay\tnonsense\n", "RU010"},
                        {"extract/lexicon", "shallow.tsv", "nonsense\n", "RU012"},
                        {"ontology/register", "mine.ttl", "@prefix a: <http://e/> .\na:b a:c .\n", "RD001"},
                        {"ontology/mapping", "mapping.json", "{\"nonsense\": 1}", "MP001"},
                        {"shapes", "output.ttl", "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<s> sh:path", "RD001"}};
  for (const auto& broken : all) {
    INFO(broken.file);
    const TemporaryFolder folder("entente-broken");
    link_data(folder.path / "data", broken.folder);
    const auto file = folder.path / "data" / broken.folder / broken.file;
    fs::remove(file);
    REQUIRE(write_file(file, broken.bytes).ok());
    const auto ran = shell("ENTENTE_CACHE='" + (folder.path / "cache").string() + "' entente --data-dir '" + (folder.path / "data").string() + "' -q build " +
                           kSample + " -o '" + (folder.path / "kb").string() + "'");
    INFO(ran.out);
    CHECK(ran.status == 3);
    CHECK(contains(ran.out, broken.code));
    CHECK(contains(ran.out, broken.file));
    CHECK(count_names(folder.path, "kb") == 0);
  }
}

TEST_CASE("missing data files are named") {
  for (const char* command : {"build", "extract", "parse"}) {
    const auto ran = shell("entente --data-dir /nowhere -q " + std::string(command) + " " + kSample);
    CHECK(ran.status == 3);
    CHECK(contains(ran.out, "error["));
    CHECK(contains(ran.out, "--data-dir"));
  }
}

TEST_CASE("files and folders that cannot be read cost only themselves") {
  const TemporaryFolder folder("entente-unreadable");
  REQUIRE(write_file(folder.path / "good.txt", "Peru\xE2\x80\x99s foreign minister said that the talks in Lima had failed.\n").ok());
  REQUIRE(write_file(folder.path / "binary.txt", std::string("\x7F" "ELF\0\0\1", 7)).ok());
  REQUIRE(write_file(folder.path / "half.txt", "cut \xE2\x80").ok());
  REQUIRE(write_file(folder.path / "blank.txt", " \n\n").ok());
  REQUIRE(write_file(folder.path / "side.txt", "Chile left the talks.\n").ok());
  REQUIRE(write_file(folder.path / "side.meta.json", "{\"title\": 5, ").ok());
  fs::create_symlink("nowhere", folder.path / "dangling.txt");
  fs::create_symlink(".", folder.path / "loop");
  const auto ran = shell("entente -q extract --input-format text '" + folder.path.string() + "' /nowhere.txt /proc/self/mem");
  INFO(ran.out);
  CHECK(ran.status == 3);
  for (const char* part : {"binary.txt: error[TX003]", "half.txt", "error[TX001]", "blank.txt: error[TX002]", "side.meta.json:1", "dangling.txt: error[IO001]",
                           "/nowhere.txt: error[IO001]", "/proc/self/mem: error[IO002]", "good.txt\",\"source", "side.txt\",\"source"}) {
    INFO(part);
    CHECK(contains(ran.out, part));
  }
}

TEST_CASE("permissions are respected and told") {
  const std::string as_nobody = ::geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
  if (shell(as_nobody + kProgram + " --version").status != 0) return;  // the build is not to be seen by others
  const TemporaryFolder folder("entente-permissions");
  const std::string root = folder.path.string();
  REQUIRE(write_file(folder.path / "good.txt", "Chile left the talks.\n").ok());
  REQUIRE(write_file(folder.path / "secret.txt", "x").ok());
  fs::create_directories(folder.path / "closed");
  fs::create_directories(folder.path / "readonly");
  fs::permissions(folder.path / "secret.txt", fs::perms::none);
  fs::permissions(folder.path / "closed", fs::perms::none);
  fs::permissions(folder.path / "readonly", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  fs::permissions(folder.path, fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  const auto read = shell(as_nobody + kProgram + " -q extract '" + root + "'");
  CHECK(read.status == 3);
  CHECK(contains(read.out, "secret.txt: error[IO001]"));
  CHECK(contains(read.out, "closed: error[IO001]"));
  CHECK(contains(read.out, "\"source\": \"") != contains(read.out, "\"source\":\""));
  const auto written = shell(as_nobody + kProgram + " -q build '" + root + "/good.txt' -o '" + root + "/readonly/kb'");
  CHECK(written.status == 4);
  CHECK(contains(written.out, "readonly/kb"));
  fs::permissions(folder.path / "closed", fs::perms::owner_all);
}

TEST_CASE("whatever the text, what is built conforms") {
  std::vector<std::string> seeds;
  for (const char* name : {"nordic-defence.txt", "great-lakes-news.txt", "pacific-communique.txt"}) {
    auto text = *read_file(kRoot / "corpus/samples" / name);
    seeds.push_back(text.substr(0, 1500));
  }
  Random random(7);
  std::string lines;
  for (int i = 0; i < 150; ++i) {
    const auto text = mutate(seeds, 2500, random);
    lines += nlohmann::json{{"id", "m" + std::to_string(i)}, {"text", text}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  }
  const TemporaryFolder folder("entente-mutants");
  REQUIRE(write_file(folder.path / "mutants.jsonl", lines).ok());
  const auto ran = shell("entente -q build '" + folder.path.string() + "/mutants.jsonl' -o '" + folder.path.string() + "/kb'");
  INFO(ran.out);
  CHECK((ran.status == 0 || ran.status == 3));
  CHECK(fs::exists(folder.path / "kb" / "kb.ttl"));
}
