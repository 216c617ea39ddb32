// A process that is interrupted or killed: what was there stays whole, nothing half-written is left to be mistaken for it.
#include "core/base/file.hpp"
#include "tests/support/process.hpp"
#include "tests/support/run.hpp"

using namespace entente;
using namespace entente::tests;

namespace {

const std::string kLine = "{\"id\": \"a\", \"text\": \"Peru\\u2019s foreign minister said that the talks in Lima had failed.\"}\n";

// A knowledge base to be replaced.
std::string first_build(const std::filesystem::path& out) {
  const auto ran = shell("entente -q build '" ENTENTE_SOURCE_DIR "/corpus/samples/nordic-defence.txt' -o '" + out.string() + "'");
  REQUIRE(ran.status == 0);
  return *read_file(out / "kb.ttl");
}

bool has_folder(const std::filesystem::path& folder) { return count_names(folder, "kb.tmp-") > 0; }

}  // namespace

TEST_CASE("a signal ends build with its status and leaves the old knowledge base alone") {
  const TemporaryFolder folder("entente-signal");
  const auto kb = first_build(folder.path / "kb");
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    INFO(signal);
    WaitingBuild build(folder.path / "kb");
    build.send(kLine);
    REQUIRE(wait_until([&] { return has_folder(folder.path); }));
    CHECK(build.end(signal) == 128 + signal);
    CHECK(*read_file(folder.path / "kb" / "kb.ttl") == kb);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
  }
}

TEST_CASE("what SIGKILL leaves behind is gone after the next build, and a build that runs is let be") {
  const TemporaryFolder folder("entente-kill");
  const auto kb = first_build(folder.path / "kb");
  WaitingBuild other(folder.path / "kb");
  REQUIRE(wait_until([&] { return has_folder(folder.path); }));
  {
    WaitingBuild build(folder.path / "kb");
    build.send(kLine);
    REQUIRE(wait_until([&] { return count_names(folder.path, "kb.tmp-") == 2; }));
    CHECK(build.end(SIGKILL) == 128 + SIGKILL);
  }
  CHECK(*read_file(folder.path / "kb" / "kb.ttl") == kb);
  CHECK(count_names(folder.path, "kb.tmp-") == 2);
  CHECK(first_build(folder.path / "kb") == kb);
  CHECK(count_names(folder.path, "kb.tmp-") == 1);  // of `other`
  CHECK(other.end(SIGTERM) == 128 + SIGTERM);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("killed at any moment, build leaves the old or the new knowledge base") {
  const TemporaryFolder folder("entente-moments");
  const auto out = folder.path / "kb";
  const auto old_kb = first_build(out);
  const auto new_kb = [&] {
    const auto ran = shell("entente -q build '" ENTENTE_SOURCE_DIR "/corpus/samples' -o '" + (folder.path / "new").string() + "'");
    REQUIRE(ran.status == 0);
    return *read_file(folder.path / "new" / "kb.ttl");
  }();
  for (const char* seconds : {"0.05", "0.2", "0.4", "0.6", "0.9"}) {
    INFO(seconds);
    shell("timeout -s KILL " + std::string(seconds) + " " + kProgram + " -q build '" ENTENTE_SOURCE_DIR "/corpus/samples' -o '" + out.string() + "'");
    const auto now = *read_file(out / "kb.ttl");
    const bool whole = now == old_kb || now == new_kb;
    CHECK(whole);
    CHECK(std::filesystem::exists(out / "report.ttl"));
  }
  CHECK(first_build(out) == old_kb);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 2);
}

TEST_CASE("a reader that goes away ends the program as it ends others") {
  const auto ran = shell("{ entente -q extract '" ENTENTE_SOURCE_DIR "/corpus/samples'; echo $? >&2; } | head -c 10 >/dev/null");
  CHECK(ran.out == "141\n");
}
