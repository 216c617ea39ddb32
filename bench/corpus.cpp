// bench_corpus INPUT... : reads all documents once to check them, then several times against the clock.
// Prints megabytes of text a second of this thread's CPU time for reading as a whole and for blocks alone.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "corpus/blocks/blocks.hpp"
#include "corpus/readers/source.hpp"
#include "tests/corpus/check_document.hpp"

namespace {

using namespace entente;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::size_t read_all(const std::vector<std::string>& inputs, std::vector<corpus::Document>* keep) {
  std::size_t bytes = 0;
  Diagnostics diagnostics;
  corpus::InputSource source(inputs, {});
  corpus::for_each_document(source, diagnostics, [&](corpus::Document document) {
    bytes += document.text.size();
    if (keep != nullptr) keep->push_back(std::move(document));
  });
  return bytes;
}

// The best of five runs, in MB of text a second.
template <typename Work>
double best(std::size_t bytes, Work work) {
  double seconds = 1e9;
  for (int run = 0; run < 5; ++run) {
    const double begin = cpu_seconds();
    work();
    seconds = std::min(seconds, cpu_seconds() - begin);
  }
  return static_cast<double>(bytes) / 1e6 / seconds;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  std::vector<corpus::Document> documents;
  const std::size_t bytes = read_all(inputs, &documents);
  for (const auto& document : documents) {
    const std::string fault = tests::fault_of(document);
    if (fault.empty()) continue;
    std::printf("wrong: %s: %s\n", document.source.c_str(), fault.c_str());
    return 1;
  }
  std::printf("%zu documents, %.2f MB of text, all checked\n", documents.size(), static_cast<double>(bytes) / 1e6);
  if (documents.empty()) return 0;
  std::printf("read and blocks  %7.1f MB/s\n", best(bytes, [&] { read_all(inputs, nullptr); }));
  std::printf("blocks alone     %7.1f MB/s\n", best(bytes, [&] {
                for (auto& document : documents) {
                  if (!document.is_identity()) continue;
                  document.blocks.clear();
                  corpus::find_blocks(document);
                }
              }));
  return 0;
}
