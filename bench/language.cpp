// Speed of the language layer: tagger alone and everything, one thread. Usage: bench_language [FILE.conllu]
// (words of a CoNLL-U file; without one, sentences of our own over and over).
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "core/base/file.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/model.hpp"

using namespace entente;
using namespace entente::language;

namespace {

struct Text {
  std::vector<std::string> words;
  std::vector<WordRange> sentences;
  void add(std::vector<std::string> sentence) {
    const auto first = static_cast<std::uint32_t>(words.size());
    words.insert(words.end(), sentence.begin(), sentence.end());
    sentences.push_back({first, static_cast<std::uint32_t>(words.size())});
  }
};

Text own_text() {
  Text text;
  for (int i = 0; i < 1500; ++i) {
    text.add({"The", "minister", "visited", "Prague", "."});
    text.add({"Officials", "in", "the", "capital", "said", "on", "Monday", "that", "talks", "about", "the", "border", "had", "not", "failed", "."});
    text.add({"She", "will", "meet", "her", "counterpart", "before", "the", "vote", ",", "which", "both", "sides", "call", "decisive", "."});
  }
  return text;
}

Result<Text> text_of(const char* path) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  ConlluReader reader(lines_of(*bytes), path);
  Text text;
  while (true) {
    auto sentence = reader.next();
    if (!sentence) return sentence.error();
    if (!*sentence) return text;
    std::vector<std::string> words;
    for (const auto& w : (*sentence)->words) words.push_back(w.form);
    text.add(std::move(words));
  }
}

// The answer that is checked before anything is timed.
bool right(const Model& model) {
  const std::vector<std::string_view> words = {"The", "minister", "visited", "Prague", "."};
  const auto a = model.annotate(words, std::vector<WordRange>{{0, 5}});
  return a[2].head == -1 && a[1].deprel == "nsubj" && a[1].head == 2 && a[3].deprel == "obj" && a[2].lemma == "visit" &&
         a[3].upos == Upos::PROPN;
}

template <typename Work>
void measure(const char* name, std::size_t words, Work work) {
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::printf("%-8s %10.0f words/s  (best of 5, %zu words)\n", name, static_cast<double>(words) / best, words);
}

int fail(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto start = std::chrono::steady_clock::now();
  const auto model = Model::load(ENTENTE_BENCH_SOURCE_DIR "/extract/language/models/english.model");
  if (!model) return fail(to_string(model.error()));
  const std::chrono::duration<double, std::milli> loaded = std::chrono::steady_clock::now() - start;
  if (!right(*model)) return fail("The model's answer is wrong; nothing is timed");
  auto text = argc > 1 ? text_of(argv[1]) : Result<Text>(own_text());
  if (!text) return fail(to_string(text.error()));
  std::printf("load     %10.1f ms\nkernel   %10s\n", loaded.count(), std::string(kernel_name(best_kernel())).c_str());
  const std::vector<std::string_view> words(text->words.begin(), text->words.end());
  std::vector<Upos> tags;
  measure("tagger", words.size(), [&] {
    for (const auto& s : text->sentences) model->tag(std::span(words).subspan(s.first, s.last - s.first), tags);
  });
  measure("all", words.size(), [&] { (void)model->annotate(words, text->sentences); });
  return 0;
}
