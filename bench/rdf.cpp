// Reading, writing and querying RDF, as ratios to `serdi` rewriting the same N-Triples in the same run.
//   bench_rdf [THOUSAND TRIPLES (500)]
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "core/base/file.hpp"
#include "core/rdf/dataset.hpp"
#include "core/rdf/load.hpp"
#include "core/rdf/vocabulary.hpp"
#include "emit/write.hpp"
#include "query/query.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

double best_of(int runs, const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "wrong answer: %s\n", what);
  std::exit(1);
}

// Events with a type, a label, a date, two actors and a place each, shaped like our own output.
Dataset generate(std::size_t triples) {
  Dataset data;
  const auto add = [&](const Term& s, std::string_view p, const Term& o) { data.add(s, iri(p), o); };
  for (std::size_t i = 0; data.size() + 6 <= triples; ++i) {
    const auto number = std::to_string(i);
    const Term event = iri("https://w3id.org/entente/kb/id/event/e" + number);
    add(event, vocab::rdf::type, iri(vocab::sem::Event));
    add(event, vocab::rdfs::label, lang_literal("Minister " + number + " said that \"talks\" go on", "en"));
    add(event, vocab::sem::hasTimeStamp, literal("20" + std::to_string(10 + i % 15) + "-06-15", vocab::xsd::date));
    add(event, vocab::sem::hasActor, iri("https://w3id.org/entente/kb/id/person/p" + std::to_string(i % 1000)));
    add(event, vocab::sem::hasActor, iri("https://w3id.org/entente/kb/id/state/s" + std::to_string(i % 197)));
    add(event, vocab::sem::hasPlace, iri("https://w3id.org/entente/kb/id/place/l" + std::to_string(i % 501)));
  }
  data.sort();
  return data;
}

class Bench {
 public:
  explicit Bench(std::size_t triples) : data_(generate(triples)) {
    folder_ = std::filesystem::temp_directory_path() / ("entente-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    for (const auto& format : emit::formats()) {
      require(emit::write_file(file(format), data_, format, emit::standard_prefixes()).ok(), "writing");
    }
  }
  ~Bench() { std::filesystem::remove_all(folder_); }

  void run() {
    const auto nt = file(*emit::find_format("nt")).string();
    serdi_ = best_of(3, [&] { require(std::system(("serdi -i ntriples -o ntriples '" + nt + "' > /dev/null").c_str()) == 0, "serdi"); });
    row("serdi, N-Triples to N-Triples", serdi_);
    for (const auto& format : emit::formats()) {
      row("read " + std::string(format.name), best_of(3, [&] { count(format); }));
    }
    for (const auto& format : emit::formats()) {
      row("write " + std::string(format.name), best_of(3, [&] {
        std::size_t bytes = 0;
        require(emit::write(data_, format, emit::standard_prefixes(), [&](std::string_view b) { return bytes += b.size(), true; }).ok() &&
                    bytes == std::filesystem::file_size(file(format)), "writing");
      }));
    }
    Graph graph;
    row("load a graph, one thread", best_of(3, [&] { load_graph(nt, graph); }));
    ask(graph);
  }

 private:
  std::filesystem::path file(const emit::Format& format) const { return folder_ / ("data" + std::string(format.ending)); }

  void count(const emit::Format& format) const {
    std::size_t quads = 0;
    Diagnostics diagnostics;
    read_file(file(format), {}, [&](const QuadView&, std::uint64_t) { ++quads; }, diagnostics);
    require(diagnostics.empty() && quads == data_.size(), "reading");
  }

  void load_graph(const std::string& path, Graph& graph) const {
    Diagnostics diagnostics;
    LoadOptions options;
    options.threads = 1;
    require(load_files({path}, graph, options, diagnostics) && graph.size() == data_.size(), "loading");
  }

  void ask(const Graph& graph) const {
    const char* const queries[][2] = {
        {"query: scan, filter on a date", "SELECT (COUNT(*) AS ?n) { ?e sem:hasTimeStamp ?d FILTER(?d >= \"2020-01-01\"^^xsd:date) }"},
        {"query: join of three patterns", "SELECT (COUNT(*) AS ?n) { ?e sem:hasActor <https://w3id.org/entente/kb/id/state/s7> ; sem:hasActor ?a ; sem:hasPlace ?p }"},
        {"query: group and order", "SELECT ?a (COUNT(*) AS ?n) { ?e sem:hasActor ?a } GROUP BY ?a ORDER BY DESC(?n) LIMIT 10"},
        {"query: NOT EXISTS", "SELECT (COUNT(*) AS ?n) { ?e a sem:Event FILTER NOT EXISTS { ?e sem:hasPlace <https://w3id.org/entente/kb/id/place/l3> } }"}};
    for (const auto& [name, text] : queries) {
      const auto parsed = query::parse(text, emit::standard_prefixes());
      require(parsed.ok(), text);
      query::Source source;
      source.graph = graph;
      row(name, best_of(3, [&] {
        const auto answer = query::evaluate(*parsed, source);
        require(answer.ok() && !answer->rows.empty(), text);
      }));
    }
  }

  void row(const std::string& name, double seconds) const {
    std::printf("%-36s %8.3f s %9.0f thousand triples/s %7.2f x serdi\n", name.c_str(), seconds,
                static_cast<double>(data_.size()) / seconds / 1000, serdi_ / seconds);
    std::fflush(stdout);
  }

  Dataset data_;
  std::filesystem::path folder_;
  double serdi_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  Bench(static_cast<std::size_t>(argc > 1 ? std::atol(argv[1]) : 500) * 1000).run();
  return 0;
}
