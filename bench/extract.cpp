// bench_extract DATA INPUT...: megabytes of text a second of extraction on one thread, and the share of each stage.
// DATA is the folder with extract/ and ontology/ (the repository), INPUT files or folders as `entente extract` takes them.
//
// Before it times anything it checks its answer: every span that is written lies in its text, and a second run gives
// the same bytes. Times are processor time, so another program on the machine disturbs them little; the best of
// ENTENTE_ROUNDS (5) rounds counts. Loading is measured apart.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/clock.hpp"
#include "core/base/hash.hpp"
#include "corpus/readers/source.hpp"
#include "extract/contract/json.hpp"
#include "extract/extractor.hpp"
#include "extract/resources.hpp"
#include "ontology/register_reader.hpp"

namespace {

using namespace entente;

using bench::now;

struct Clock : bench::Clock, extract::StageWatcher {
  void ended(std::string_view stage) override { bench::Clock::ended(stage); }
};

struct Totals {
  std::size_t documents = 0, bytes = 0, words = 0, entities = 0, relations = 0, events = 0, claims = 0, times = 0, outside = 0;
  std::uint64_t hash = 0;
};

std::size_t spans_outside(const extract::Extraction& x, std::size_t size) {
  std::size_t outside = 0;
  const auto check = [&](Span s) { outside += s.begin > s.end || s.end > size; };
  for (const auto& e : x.entities)
    for (const auto& m : e.mentions) check(m.span);
  for (const auto& r : x.relations) check(r.evidence), check(r.trigger);
  for (const auto& e : x.events) check(e.evidence), check(e.trigger);
  for (const auto& c : x.claims)
    for (const auto* list : {&c.source, &c.cue, &c.content})
      for (const Span s : *list) check(s);
  for (const auto& t : x.times) check(t.span);
  return outside;
}

// Reads, extracts and renders every document of the inputs, one at a time.
Totals run(const extract::Extractor& extractor, const std::vector<std::string>& inputs, Clock& clock) {
  Totals sum;
  Diagnostics diagnostics;
  corpus::InputSource source(inputs, {});
  std::string line;
  clock.start();
  corpus::for_each_document(source, diagnostics, [&](corpus::Document document) {
    clock.ended("reading");
    const auto a = extractor.analyse(document, diagnostics, nullptr, &clock);
    line.clear();
    extract::append_json(line, document, a.result, extractor.rules(), [](const extract::Entity&) { return std::string(); });
    clock.ended("writing JSON");
    ++sum.documents;
    sum.bytes += document.text.size();
    sum.words += a.words.size();
    sum.entities += a.result.entities.size();
    sum.relations += a.result.relations.size();
    sum.events += a.result.events.size();
    sum.claims += a.result.claims.size();
    sum.times += a.result.times.size();
    sum.outside += spans_outside(a.result, document.text.size());
    sum.hash = hash64(line, sum.hash);
    clock.start();
  });
  return sum;
}

void report(const Totals& totals, const Clock& clock, double loading) {
  const double mega = static_cast<double>(totals.bytes) / 1e6;
  const double all = clock.total();
  double stages = all;
  for (const auto& [name, seconds] : clock.rows) {
    if (name == "reading" || name == "writing JSON") stages -= seconds;
    std::printf("%-22s %6.1f %%  %8.3f s  %8.1f MB/s\n", name.c_str(), 100 * seconds / all, seconds, mega / seconds);
  }
  std::printf("%zu documents, %.2f MB, %zu words: %zu entities, %zu relations, %zu events, %zu claims, %zu dates\n", totals.documents, mega,
              totals.words, totals.entities, totals.relations, totals.events, totals.claims, totals.times);
  std::printf("loading %.3f s; extraction alone %.2f MB/s (%.0f words/s); with reading and JSON %.2f MB/s; with loading too %.2f MB/s\n", loading,
              mega / stages, static_cast<double>(totals.words) / stages, mega / all, mega / (all + loading));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: bench_extract DATA INPUT...\n"), 2;
  const std::filesystem::path data = argv[1];
  const std::vector<std::string> inputs(argv + 2, argv + argc);
  Diagnostics diagnostics;
  // The gazetteer comes from a cache, as in the program.
  const auto cache = std::filesystem::temp_directory_path() / "entente-bench-cache";
  (void)ontology::load_gazetteer({data / "ontology/register"}, cache, diagnostics);
  const double begin = now();
  auto gazetteer = ontology::load_gazetteer({data / "ontology/register"}, cache, diagnostics);
  if (!gazetteer.ok()) return std::fprintf(stderr, "%s\n", gazetteer.error().message.c_str()), 3;
  extract::ResourcePaths paths;
  paths.lexicon = data / "extract/lexicon";
  paths.rules = data / "extract/rules";
  paths.listed = data / "extract/language/models/entities.model";
  const auto resources = extract::load_resources(paths, std::move(*gazetteer), diagnostics);
  const double loading = now() - begin;
  for (const auto& item : diagnostics.items()) std::fprintf(stderr, "%s\n", to_string(item).c_str());
  if (!resources) return 3;
  const extract::Extractor extractor(resources);
  Clock unused;
  const Totals expected = run(extractor, inputs, unused);
  if (expected.outside != 0) return std::fprintf(stderr, "%zu spans lie outside of their text\n", expected.outside), 1;
  if (expected.documents == 0) return std::fprintf(stderr, "no document could be read\n"), 3;
  const char* asked = std::getenv("ENTENTE_ROUNDS");
  Clock best;
  for (int round = 0, rounds = asked != nullptr ? std::max(1, std::atoi(asked)) : 5; round < rounds; ++round) {
    Clock clock;
    if (run(extractor, inputs, clock).hash != expected.hash) return std::fprintf(stderr, "two runs differ\n"), 1;
    if (round == 0 || clock.total() < best.total()) best = clock;
  }
  report(expected, best, loading);
  return 0;
}
