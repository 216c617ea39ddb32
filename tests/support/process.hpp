// Starting the built program and doing to it what the world does: signals, limits, closed streams.
#pragma once

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace entente::tests {

inline const std::string kProgram = std::string("'") + ENTENTE_BINARY_DIR + "/bin/entente'";

// A shell command, with "entente" standing for the built program.
struct Shell {
  int status = 0;  // as $? has it: 128 + signal where a signal ended it
  std::string out;
};
inline Shell shell(const std::string& command) {
  Shell ran;
  const std::string whole = "entente() { " + kProgram + " \"$@\"; }\n" + command;
  std::FILE* pipe = ::popen(("exec 2>&1\n" + whole).c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) ran.out.append(buffer, got);
  const int status = ::pclose(pipe);
  ran.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return ran;
}

// `entente build - -o OUT` that waits for more JSON Lines on a pipe, so that a test can act at a known moment.
class WaitingBuild {
 public:
  explicit WaitingBuild(const std::filesystem::path& out) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    process_ = ::fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      ::dup2(ends[0], 0);
      ::close(ends[0]);
      ::close(ends[1]);
      sigset_t none;
      ::sigemptyset(&none);
      ::sigprocmask(SIG_SETMASK, &none, nullptr);
      for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::signal(signal, SIG_DFL);  // whatever runs the tests in its background
      ::execl(ENTENTE_BINARY_DIR "/bin/entente", "entente", "-q", "-j2", "build", "--input-format", "jsonl", "-", "-o", out.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(ends[0]);
    input_ = ends[1];
  }
  ~WaitingBuild() {
    if (input_ >= 0) ::close(input_);
    if (process_ > 0) end(SIGKILL);
  }
  WaitingBuild(const WaitingBuild&) = delete;
  WaitingBuild& operator=(const WaitingBuild&) = delete;

  void send(const std::string& line) { REQUIRE(::write(input_, line.data(), line.size()) == static_cast<ssize_t>(line.size())); }
  // Sends the signal and gives the status as $? would have it; -1 if the process lives on for half a minute.
  int end(int signal) {
    ::kill(process_, signal);
    int status = 0;
    int tries = 3000;
    while (::waitpid(process_, &status, WNOHANG) == 0 && --tries > 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (tries == 0) {
      ::kill(process_, SIGKILL);
      ::waitpid(process_, &status, 0);
    }
    process_ = -1;
    if (tries == 0) return -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

 private:
  pid_t process_ = -1;
  int input_ = -1;
};

// Names in a folder that begin with `prefix`.
inline std::size_t count_names(const std::filesystem::path& folder, const std::string& prefix) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) count += entry.path().filename().string().compare(0, prefix.size(), prefix) == 0;
  return count;
}

// Waits at most half a minute until `holds()`.
template <typename Condition>
bool wait_until(Condition holds) {
  for (int i = 0; i < 3000 && !holds(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return holds();
}

}  // namespace entente::tests
