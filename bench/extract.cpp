// bench_extract DATA FILE...: megabytes and words a second of the whole extraction on one thread, best of three.
// Checks first that two runs give the same counts.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "extract/extractor.hpp"
#include "extract/resources.hpp"
#include "ontology/register_reader.hpp"

namespace {

using namespace entente;

struct Counts {
  std::size_t entities = 0, relations = 0, events = 0, claims = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

corpus::Document document_of(std::string text, const std::string& source) {
  corpus::Document document;
  document.source = source;
  document.sha256 = sha256_hex(text);
  // One block per line, as plain text has paragraphs.
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (end > at) document.blocks.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, corpus::BlockKind::Paragraph});
    at = end + 1;
  }
  document.original = text;
  document.text = std::move(text);
  return document;
}

Counts run(const extract::Extractor& extractor, const std::vector<corpus::Document>& documents) {
  Counts sum;
  for (const auto& document : documents) {
    Diagnostics diagnostics;
    const auto x = extractor.extract(document, diagnostics);
    sum.entities += x.entities.size();
    sum.relations += x.relations.size();
    sum.events += x.events.size();
    sum.claims += x.claims.size();
  }
  return sum;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: bench_extract DATA FILE...\n"), 2;
  const std::filesystem::path data = argv[1];
  Diagnostics diagnostics;
  auto gazetteer = ontology::load_gazetteer({data / "ontology/register"}, {}, diagnostics);
  if (!gazetteer.ok()) return std::fprintf(stderr, "%s\n", gazetteer.error().message.c_str()), 3;
  extract::ResourcePaths paths;
  paths.lexicon = data / "extract/lexicon";
  paths.rules = data / "extract/rules";
  const auto resources = extract::load_resources(paths, std::move(*gazetteer), diagnostics);
  for (const auto& item : diagnostics.items()) std::fprintf(stderr, "%s\n", to_string(item).c_str());
  if (!resources) return 3;
  const extract::Extractor extractor(resources);
  std::vector<corpus::Document> documents;
  std::size_t bytes = 0;
  for (int i = 2; i < argc; ++i) {
    auto text = read_file(argv[i]);
    if (!text) continue;
    bytes += text->size();
    documents.push_back(document_of(std::move(*text), argv[i]));
  }
  const Counts expected = run(extractor, documents);
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    if (!(run(extractor, documents) == expected)) return std::fprintf(stderr, "two runs differ\n"), 1;
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::printf("%zu documents, %.2f MB: %.2f MB/s; %zu entities, %zu relations, %zu events, %zu claims\n", documents.size(),
              static_cast<double>(bytes) / 1e6, static_cast<double>(bytes) / 1e6 / best, expected.entities, expected.relations, expected.events,
              expected.claims);
  return 0;
}
