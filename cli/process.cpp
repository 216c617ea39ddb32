#include "cli/process.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <thread>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "core/base/temporary.hpp"

namespace entente::cli {
namespace {

// Descriptors 0 to 2 in use; what was closed cannot be written to, so that the loss is noticed.
void open_standard_streams() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    if (::open("/dev/null", O_RDONLY) < 0) ::_exit(kInternal);
  }
}

std::atomic<bool> output_is_closed{false};  // lock-free, so a handler may write it

// Runs inside of write(): only tells the thread that waits for signals, which may clean up, and goes no further.
void reader_is_gone(int) {
  output_is_closed = true;
  ::kill(::getpid(), SIGUSR1);
  for (;;) ::pause();
}

// Waits for one of `signals`, which every thread blocks, and ends the process by it (by SIGPIPE if the reader is gone).
void wait_for(sigset_t signals) {
  int signal = 0;
  if (::sigwait(&signals, &signal) != 0) return;
  if (signal == SIGUSR1 && output_is_closed) signal = SIGPIPE;
  remove_temporaries();
  ::signal(signal, SIG_DFL);
  sigset_t only;
  ::sigemptyset(&only);
  ::sigaddset(&only, signal);
  ::kill(::getpid(), signal);
  ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
  ::_exit(128 + signal);
}

}  // namespace

void prepare_process() {
  open_standard_streams();
  ::signal(SIGXFSZ, SIG_IGN);
  if (::signal(SIGPIPE, reader_is_gone) == SIG_IGN) ::signal(SIGPIPE, SIG_IGN);
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGUSR1);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) ::sigaddset(&signals, signal);  // nohup and shells' background jobs stay deaf
  }
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread(wait_for, signals).detach();
}

int finish_output(int status) {
  errno = 0;
  const bool taken = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  if (taken || status == kOutput) return status;
  const std::string reason = errno != 0 ? std::strerror(errno) : "it took no more bytes";
  print({Severity::Error, Code::IoWrite, {"<standard output>", 0, 0, {}}, "Could not write to standard output: " + reason});
  return kOutput;
}

}  // namespace entente::cli
