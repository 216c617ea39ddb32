// Options of the program before and after commands, help, and completion in the shells that are installed.
#include "core/base/file.hpp"
#include "tests/support/process.hpp"
#include "tests/support/run.hpp"

using namespace entente;
using namespace entente::tests;

namespace {

const std::string kRules = "'" ENTENTE_SOURCE_DIR "/extract/rules'";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("options of the program may stand after the command") {
  const auto before = shell("entente -j1 -q --data-dir '" ENTENTE_SOURCE_DIR "' rules --rules " + kRules + " test claim-say");
  CHECK(before.status == 0);
  CHECK(contains(before.out, " 0 failed"));
  CHECK(shell("entente rules test claim-say -j1 -q --rules " + kRules + " --data-dir '" ENTENTE_SOURCE_DIR "'").out == before.out);
  CHECK(shell("entente rules list --data-dir /nowhere").status == 3);
  CHECK(shell("entente rules list -j none").status == 2);
  CHECK(shell("entente rules list --nonsense").status == 2);
}

TEST_CASE("an input that is named as a command is an input") {
  const TemporaryFolder folder("entente-named");
  std::filesystem::create_directories(folder.path / "stats");
  REQUIRE(write_file(folder.path / "stats" / "a.txt", "Chile left the talks.\n").ok());
  const auto ran = shell("cd '" + folder.path.string() + "' && entente extract stats -q -j1");
  CHECK(ran.status == 0);
  CHECK(contains(ran.out, "stats/a.txt"));
}

TEST_CASE("help of a command shows what it inherits, but for names that it uses itself") {
  const auto query = shell("entente query --help").out;
  CHECK(contains(query, "Inherited options:"));
  CHECK(contains(query, "-j,--threads"));
  CHECK(contains(query, "-q,--query"));
  CHECK(!contains(query, "-q,--quiet"));
  CHECK(contains(query, "  --quiet"));
  CHECK(contains(shell("entente rules test --help").out, "--rules"));
  CHECK(!contains(shell("entente --help").out, "Inherited options:"));
}

TEST_CASE("the manual has every command with its options") {
  const auto page = shell("entente manual").out;
  CHECK(page.starts_with(".TH ENTENTE 1"));
  CHECK(contains(page, "\n.SS entente rules explain\n"));
  CHECK(contains(page, "\n.TP\n\\fB\\-j\\fR, \\fB\\-\\-threads\\fR \\fIUINT\\fR\n"));
  CHECK(contains(page, "5 a bug."));
  if (shell("command -v groff").status == 0) CHECK(shell("entente manual | groff -man -ww -z").out == "");
}

TEST_CASE("completion knows commands, values and inherited options") {
  const TemporaryFolder folder("entente-completion");
  const auto in_shell = [&](const std::string& name, const std::string& code) {
    const auto script = folder.path / ("complete." + name);
    REQUIRE(shell("entente completion " + name + " >'" + script.string() + "'").status == 0);
    REQUIRE(write_file(folder.path / "code", code).ok());
    return shell(name + " -n '" + script.string() + "' && cd '" + folder.path.string() + "' && " + name + " code").out;
  };
  const std::string bash =
      "source complete.bash\nfor line in 'rules ' 'rules explain --r' 'explain --r' 'validate --format ' 'extract --t' '-q bui'; do\n"
      "  read -ra COMP_WORDS <<<\"entente $line\"; [[ $line == *' ' ]] && COMP_WORDS+=('')\n"
      "  COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _entente; echo \"${COMPREPLY[*]}\"\ndone\n";
  const auto commands = in_shell("bash", bash);
  CHECK(contains(commands, "list check test explain stats"));
  CHECK(contains(commands, "\n--rules\n\ntext turtle json sarif\n--threads\nbuild\n"));
  if (shell("command -v fish").status == 0) {
    const auto words = in_shell("fish", "source complete.fish\nfor line in 'rules explain --ru' 'explain --ru' 'completion ' 'extract --thr' '-q bui'\n"
                                        "  complete -C \"entente $line\" | string replace -r '\\t.*' ''\nend\n");
    CHECK(words == "--rules\nbash\nfish\nzsh\n--threads\nbuild\n");
  }
  if (shell("command -v zsh").status == 0) CHECK(in_shell("zsh", "true") == "");
}
