// test_fuzz NAME [SECONDS]: a fuzz target without a fuzzer, for the ordinary build and any compiler.
// Runs every kept input (tests/fuzz/crashes/NAME, tests/fuzz/corpus/NAME), towers of repeated pieces, and changed
// seeds, the same on every machine, until SECONDS (default 2) of processor time are over. A crash, or an input that
// takes more than ten seconds of processor time, leaves the input in a file and a status that is not 0.
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "core/base/file.hpp"
#include "tests/fuzz/replay/mutate.hpp"

#define ENTENTE_TARGET(name) extern "C" int fuzz_##name(const std::uint8_t* data, std::size_t size);
#include "fuzz_targets.inc"
#undef ENTENTE_TARGET

namespace {

using namespace entente;
namespace fs = std::filesystem;

using Target = int (*)(const std::uint8_t*, std::size_t);
constexpr std::pair<const char*, Target> kTargets[] = {
#define ENTENTE_TARGET(name) {#name, fuzz_##name},
#include "fuzz_targets.inc"
#undef ENTENTE_TARGET
};

constexpr std::size_t kLongest = 20000;
constexpr std::size_t kTower = 20000;
constexpr int kHang = 10;  // seconds of processor time for one input

// What the signal handler needs.
const std::string* current = nullptr;
char found[512];

void keep_input(int signal) {
  std::FILE* file = std::fopen(found, "wb");
  if (file != nullptr) {
    std::fwrite(current->data(), 1, current->size(), file);
    std::fclose(file);
  }
  std::fprintf(stderr, "%s: the input is in %s\n", signal == SIGVTALRM ? "too slow" : "crash", found);
  ::signal(signal, SIG_DFL);
  if (signal == SIGVTALRM) ::_exit(1);
  ::raise(signal);
}

void run(Target target, const std::string& input) {
  current = &input;
  const itimerval limit{{0, 0}, {kHang, 0}};
  ::setitimer(ITIMER_VIRTUAL, &limit, nullptr);
  target(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::vector<std::string> seeds_of(const std::string& name) {
  std::vector<fs::path> files;
  for (const char* kind : {"crashes", "corpus"}) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(fs::path(ENTENTE_SOURCE_DIR) / "tests/fuzz" / kind / name, none)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) {
    if (auto bytes = read_file(file)) seeds.push_back(std::move(*bytes));
  }
  if (seeds.empty()) seeds.emplace_back();
  return seeds;
}

int test(const char* name, Target target, double seconds) {
  std::snprintf(found, sizeof found, "%s/fuzz-found-%s-%d", fs::temp_directory_path().c_str(), name, static_cast<int>(::getpid()));
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS, SIGVTALRM}) ::signal(signal, keep_input);
  const auto seeds = seeds_of(name);
  for (const auto& seed : seeds) run(target, seed);
  const auto high = tests::towers(seeds, kTower);
  const auto now = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
  double slowest = 0;
  for (const auto& tower : high) {
    const double before = now();
    run(target, tower);
    slowest = std::max(slowest, now() - before);
  }
  tests::Random random(1);
  std::size_t mutations = 0;
  for (const double end = now() + seconds; now() < end; ++mutations) run(target, tests::mutate(seeds, kLongest, random));
  std::printf("%s: %zu kept inputs, %zu towers (slowest %.2f s), %zu changed seeds\n", name, seeds.size(), high.size(), slowest, mutations);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: test_fuzz NAME [SECONDS]\n"), 2;
  for (const auto& [name, target] : kTargets) {
    if (std::strcmp(name, argv[1]) == 0) return test(name, target, argc > 2 ? std::atof(argv[2]) : 2.0);
  }
  return std::fprintf(stderr, "there is no target %s\n", argv[1]), 2;
}
