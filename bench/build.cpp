// bench_build DATA INPUT...: where the time of `entente build` goes on one thread, and how fast it is.
// DATA is the folder with extract/, ontology/ and shapes/ (the repository), INPUT files or folders as `build` takes them.
//
// Before it times anything it checks its answer: the output conforms to the shapes, `serdi` reads as many triples
// from it as were counted, and a second run writes the same bytes. Times are processor time (user and system), so
// another program on the machine disturbs them little; the best of ENTENTE_ROUNDS (3) rounds counts. The ratio is to `serdi`
// rewriting the same files as Turtle, in the same run.
//
// With ENTENTE_MEMORY=1 it measures memory instead: the peak (ru_maxrss) of a process of its own that builds from
// the documents once, and of one that builds from each of them four times, each time with another last line.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/clock.hpp"
#include "cli/build/assembly.hpp"
#include "cli/build/setup.hpp"
#include "cli/load.hpp"
#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "corpus/readers/source.hpp"
#include "emit/formats.hpp"
#include "ontology/iri.hpp"

namespace {

using namespace entente;
using entente::bench::Clock;
using entente::bench::now;
namespace fs = std::filesystem;

double seconds(const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; }

double used(int who) {
  rusage usage{};
  getrusage(who, &usage);
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct SegmentWatcher : extract::StageWatcher {
  explicit SegmentWatcher(Clock& to) : clock(to) {}
  void ended(std::string_view stage) override { clock.ended(stage == "sentences and words" ? "segment" : "extract"); }
  Clock& clock;
};

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "wrong answer: %s\n", what.c_str());
  std::exit(1);
}

// All that is loaded before the first document.
struct Setup {
  explicit Setup(const fs::path& data) {
    context.data_dir = data.string();
    context.quiet = true;
    extractor = cli::load_extractor(context);
    require(extractor.has_value(), "loading the extractor");
    const auto* turtle = emit::find_format("turtle");
    require(cli::set_up(context, *extractor, std::string(ontology::kDefaultBase), *turtle, config, run).ok(), "loading the mapping");
    Diagnostics diagnostics;
    plan = cli::load_output_shapes(context, diagnostics);
    require(plan.has_value(), "loading the shapes");
    config.plan = &*plan;
  }
  cli::Context context;
  std::optional<extract::Extractor> extractor;
  cli::BuildConfig config;
  ontology::RunInfo run;
  std::optional<shapes::Plan> plan;
};

cli::DocumentParts parts_of(const Setup& setup, const corpus::Document& document, Clock& clock) {
  Diagnostics diagnostics;
  SegmentWatcher watcher(clock);
  const auto analysis = setup.extractor->analyse(document, diagnostics, nullptr, &watcher);
  cli::DocumentParts parts;
  parts.sha256 = document.sha256;
  parts.source = document.source;
  parts.counts.bytes = document.original.size();
  clock.ended("extract");
  auto mapped = ontology::map_document(setup.config.map, document, analysis.result, diagnostics);
  clock.ended("map");
  cli::write_parts(setup.config, mapped, parts, diagnostics);
  clock.ended("write");
  cli::validate_document(setup.config, mapped, parts, diagnostics);
  clock.ended("validate");
  require(!diagnostics.has_errors(), document.source);
  return parts;
}

cli::BuildTotals build(const Setup& setup, const std::vector<std::string>& inputs, int copies, const fs::path& folder, Clock& clock) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  cli::Assembly assembly(setup.config, setup.run, folder);
  corpus::InputSource source(inputs, {});
  Diagnostics diagnostics;
  clock.start();
  while (auto raw = source.next(diagnostics)) {
    auto document = corpus::read(std::move(*raw), source.options(), diagnostics);
    clock.ended("read");
    if (!document.ok()) continue;
    for (int copy = 0; copy < copies; ++copy) {
      if (copies > 1) {
        document->text = document->original += "\n" + std::to_string(copy);
        document->pieces.clear();
        document->sha256 = sha256_hex(document->original);
      }
      auto parts = parts_of(setup, *document, clock);
      assembly.add(std::move(parts));
      clock.ended("assemble");
    }
  }
  require(assembly.totals().violations == 0, "the output does not conform:\n" + assembly.report());
  const fs::path data = setup.context.data_dir;
  require(assembly.publish(data / "ontology", data / "shapes", diagnostics).ok(), "publishing");
  clock.ended("assemble");
  return assembly.totals();
}

std::string digest(const fs::path& folder) {
  std::string all;
  for (const char* name : {"kb.ttl", "mentions.ttl"}) all += sha256_hex(MappedFile::open(folder / name)->bytes());
  return all;
}

int run(const std::string& command) { return std::system(command.c_str()); }

// Lines of N-Triples that serdi makes of both files.
std::uint64_t count_by_serdi(const fs::path& folder) {
  const fs::path out = folder / "count.txt";
  const std::string files[] = {(folder / "kb.ttl").string(), (folder / "mentions.ttl").string()};
  require(run("{ serdi -i turtle -o ntriples '" + files[0] + "' && serdi -i turtle -o ntriples '" + files[1] + "'; } | wc -l > '" +
              out.string() + "'") == 0, "serdi");
  return std::stoull(*read_file(out));
}

double time_serdi(const fs::path& folder) {
  const double before = used(RUSAGE_CHILDREN);
  for (const char* name : {"kb.ttl", "mentions.ttl"}) {
    require(run("serdi -i turtle -o turtle '" + (folder / name).string() + "' > /dev/null") == 0, "serdi");
  }
  return used(RUSAGE_CHILDREN) - before;
}

void report(const cli::BuildTotals& totals, const Clock& clock, double loading, double serdi, std::uintmax_t output) {
  const double total = clock.total() + loading;
  const auto row = [&](const std::string& name, double time) {
    std::printf("  %-12s %7.3f s %5.1f %%\n", name.c_str(), time, 100 * time / total);
  };
  std::printf("%llu documents, %.2f MB of text, %llu triples, %.1f MB of Turtle; processor time of one thread:\n",
              static_cast<unsigned long long>(totals.documents), static_cast<double>(totals.counts.bytes) / 1e6,
              static_cast<unsigned long long>(totals.triples), static_cast<double>(output) / 1e6);
  row("load", loading);
  for (const auto& [name, time] : clock.rows) row(name, time);
  double after = 0;
  for (const auto& [name, time] : clock.rows) after += name == "map" || name == "write" || name == "validate" || name == "assemble" ? time : 0;
  const auto triples = static_cast<double>(totals.triples);
  std::printf("  %-12s %7.3f s; %.2f MB of text a second\n", "all", total, static_cast<double>(totals.counts.bytes) / 1e6 / total);
  std::printf("map to assemble: %.0f thousand triples a second\n", triples / after / 1000);
  std::printf("serdi, Turtle to Turtle: %.3f s; %.0f thousand triples a second; build takes %.2f times as long\n", serdi, triples / serdi / 1000,
              total / serdi);
}

// Peak memory in megabytes of a process that builds from `copies` of each document.
double peak(const fs::path& data, const std::vector<std::string>& inputs, int copies, const fs::path& folder) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  require(child >= 0, "fork");
  if (child == 0) {
    const Setup setup(data);
    Clock clock;
    const auto totals = build(setup, inputs, copies, folder, clock);
    std::printf("%llu documents, %llu triples: ", static_cast<unsigned long long>(totals.documents),
                static_cast<unsigned long long>(totals.triples));
    std::fflush(stdout);
    ::_exit(0);
  }
  int status = 0;
  rusage usage{};
  require(::wait4(child, &status, 0, &usage) == child && status == 0, "the child process");
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void measure(const fs::path& data, const std::vector<std::string>& inputs, const fs::path& folder) {
  const double began = now();
  const Setup setup(data);
  const double loading = now() - began;
  Clock best;
  auto totals = build(setup, inputs, 1, folder, best);
  require(count_by_serdi(folder) == totals.triples, "serdi reads another number of triples");
  const std::string expected = digest(folder);
  const char* rounds = std::getenv("ENTENTE_ROUNDS");
  double serdi = time_serdi(folder);
  for (int left = rounds != nullptr ? std::atoi(rounds) : 3; left > 0; --left) {
    Clock clock;
    totals = build(setup, inputs, 1, folder, clock);
    require(digest(folder) == expected, "two runs differ");
    if (clock.total() < best.total()) best = clock;
    serdi = std::min(serdi, time_serdi(folder));
  }
  report(totals, best, loading, serdi, fs::file_size(folder / "kb.ttl") + fs::file_size(folder / "mentions.ttl"));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: bench_build DATA INPUT...\n"), 2;
  const std::vector<std::string> inputs(argv + 2, argv + argc);
  const fs::path folder = fs::temp_directory_path() / ("entente-bench-" + std::to_string(::getpid()));
  if (std::getenv("ENTENTE_MEMORY") != nullptr) {
    for (const int copies : {1, 4}) std::printf("peak %.0f MB\n", peak(argv[1], inputs, copies, folder));
  } else {
    measure(argv[1], inputs, folder);
  }
  fs::remove_all(folder);
  return 0;
}
