// Output that cannot be written: a full disk, a limit, closed streams, folders that are read-only.
#include "core/base/file.hpp"
#include "tests/support/process.hpp"
#include "tests/support/run.hpp"

using namespace entente;
using namespace entente::tests;

namespace {

const std::string kSample = "'" ENTENTE_SOURCE_DIR "/corpus/samples/nordic-defence.txt'";

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("every command says that standard output was not taken") {
  if (!std::filesystem::exists("/dev/full")) return;
  const TemporaryFolder folder("entente-full");
  const std::string kb = "'" + (folder.path / "kb").string() + "'";
  REQUIRE(shell("entente -q build " + kSample + " -o " + kb).status == 0);
  const std::vector<std::string> commands = {"build " + kSample + " -o " + kb, "-q extract " + kSample, "parse " + kSample, "stats " + kb, "explain " + kb + " Finland",
                              "query " + kb + " -q 'SELECT * { ?s ?p ?o }'", "query " + kb + " -q 'CONSTRUCT WHERE { ?s ?p ?o }'",
                              "validate " + kb, "rules list", "rules check", "rules explain - 'A said so.'",
                              "gazetteer check", "gazetteer import", "--help", "completion bash"};
  for (const auto& command : commands) {
    INFO(command);
    const auto ran = shell("entente " + command + " >/dev/full");
    CHECK(ran.status == 4);
    CHECK(contains(ran.out, "IO003"));
  }
  CHECK(shell("entente stats " + kb + " >&-").status == 4);
  CHECK(shell("entente -q extract " + kSample + " >&-").status == 4);
}

TEST_CASE("a file that reaches the limit of its size fails the build, and the old one stays") {
  const TemporaryFolder folder("entente-limit");
  const std::string kb = "'" + (folder.path / "kb").string() + "'";
  REQUIRE(shell("entente -q build " + kSample + " -o " + kb).status == 0);
  const auto before = *read_file(folder.path / "kb" / "kb.ttl");
  for (const char* blocks : {"1", "200"}) {
    INFO(blocks);
    const auto ran = shell("ulimit -f " + std::string(blocks) + "; entente -q build '" ENTENTE_SOURCE_DIR "/corpus/samples' -o " + kb);
    CHECK(ran.status == 4);
    CHECK(contains(ran.out, "IO003"));
    CHECK(contains(ran.out, "File too large"));
    CHECK(*read_file(folder.path / "kb" / "kb.ttl") == before);
    CHECK(count_names(folder.path, "") == 1);
  }
}

TEST_CASE("a folder or file that cannot be written is told with its name") {
  const TemporaryFolder folder("entente-readonly");
  const std::string root = folder.path.string();
  const auto nowhere = shell("entente -q build " + kSample + " -o /proc/entente/out");
  CHECK(nowhere.status == 4);
  CHECK(contains(nowhere.out, "/proc/entente/out"));
  CHECK(contains(nowhere.out, "IO003"));
  REQUIRE(write_file(folder.path / "file", "x").ok());
  CHECK(shell("entente -q build " + kSample + " -o '" + root + "/file'").status == 4);
  CHECK(shell("entente -q build " + kSample + " -o '" + root + "/file/below'").status == 4);
  CHECK(shell("entente -q gazetteer compile -o /proc/entente/x").status == 4);
  CHECK(shell("entente -q gazetteer import -o '" + root + "'").status == 4);
  CHECK(*read_file(folder.path / "file") == "x");
}

TEST_CASE("a device is written to, not replaced; a link stays a link") {
  const TemporaryFolder folder("entente-device");
  REQUIRE(shell("mkfifo '" + folder.path.string() + "/pipe'").status == 0);
  // One reader to the end of the pipe: a second one could come when the program is gone, and wait for ever.
  const auto ran = shell("cd '" + folder.path.string() + "' && { timeout 60 cat pipe & } && entente -q gazetteer import -o pipe && wait");
  CHECK(ran.status == 0);
  CHECK(contains(ran.out, "key"));
  CHECK(std::filesystem::is_fifo(folder.path / "pipe"));
  std::filesystem::create_symlink("target", folder.path / "link");
  REQUIRE(write_file(folder.path / "target", "old").ok());
  CHECK(shell("entente -q gazetteer import -o '" + folder.path.string() + "/link'").status == 0);
  CHECK(std::filesystem::is_symlink(folder.path / "link"));
  CHECK(read_file(folder.path / "target")->compare(0, 3, "key") == 0);
}

TEST_CASE("neither a home, nor a cache, nor a folder for temporary files is needed") {
  const TemporaryFolder folder("entente-bare");
  const std::string kb = "'" + (folder.path / "kb").string() + "'";
  CHECK(shell("env -i TMPDIR=/nowhere " + kProgram + " -q build " + kSample + " -o " + kb).status == 0);
  CHECK(shell("env -i HOME=/proc ENTENTE_CACHE=/proc/x " + kProgram + " -q build " + kSample + " -o " + kb).status == 0);
}

TEST_CASE("colours and progress are for terminals, and NO_COLOR is respected") {
  const TemporaryFolder folder("entente-colour");
  const std::string build = "build " + kSample + " /nowhere.txt -o '" + (folder.path / "kb").string() + "'";
  CHECK(!contains(shell("entente " + build).out, "\x1b"));
  if (shell("command -v script").status != 0) return;
  const std::string quoted = kProgram + " " + build;
  std::string escaped;
  for (const char c : quoted) escaped += c == '\'' ? std::string("'\\''") : std::string(1, c);
  CHECK(contains(shell("env -u NO_COLOR TERM=xterm script -qec '" + escaped + "' /dev/null").out, "\x1b["));
  const auto plain = shell("NO_COLOR=1 TERM=xterm script -qec '" + escaped + "' /dev/null").out;
  CHECK(!contains(plain, "\x1b[1"));
  CHECK(!contains(plain, "\x1b[3"));
}
