// Speed of the language layer on one thread: the tagger alone, tags and trees, and everything from raw text on (sentences,
// words, tags, features, lemmas, trees, names). In processor time, so that other work on the machine does not count.
// Usage: bench_language [FILE.conllu] (words of a CoNLL-U file; without one, sentences of our own over and over).
#include <chrono>
#include <ctime>
#include <cstdio>
#include <string>
#include <vector>

#include "core/base/file.hpp"
#include "corpus/segment/segment.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/entities/entity_tagger.hpp"
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
  // A paragraph a sentence, words apart.
  std::string raw() const {
    std::string out;
    for (const auto& s : sentences) {
      for (auto i = s.first; i < s.last; ++i) out += words[i] + (i + 1 < s.last ? " " : "\n\n");
    }
    return out;
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

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <typename Work>
void measure(const char* name, std::size_t words, Work work) {
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const auto start = seconds();
    work();
    best = std::min(best, seconds() - start);
  }
  std::printf("%-10s %10.0f words/s  (best of 5, %zu words)\n", name, static_cast<double>(words) / best, words);
}

void annotate_text(const Model& model, const EntityTagger& names, const std::string& text) {
  const auto segmentation = corpus::segment(text);
  const auto words = model.annotate(text, segmentation);
  std::vector<std::string_view> forms;
  std::vector<WordRange> sentences;
  for (const auto& t : segmentation.tokens) forms.push_back(t.span.of(text));
  for (const auto& s : segmentation.sentences) sentences.push_back({s.first, s.last});
  (void)names.find(forms, words, sentences);
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
  const auto names = EntityTagger::load(ENTENTE_BENCH_SOURCE_DIR "/extract/language/models/entities.model");
  if (!names) return fail(to_string(names.error()));
  if (!right(*model)) return fail("The model's answer is wrong; nothing is timed");
  auto text = argc > 1 ? text_of(argv[1]) : Result<Text>(own_text());
  if (!text) return fail(to_string(text.error()));
  std::printf("load       %10.1f ms\nkernel     %10s\n", loaded.count(), std::string(kernel_name(kernel_in_use())).c_str());
  const std::vector<std::string_view> words(text->words.begin(), text->words.end());
  std::vector<Upos> tags;
  measure("tagger", words.size(), [&] {
    for (const auto& s : text->sentences) model->tag(std::span(words).subspan(s.first, s.last - s.first), tags);
  });
  measure("trees", words.size(), [&] { (void)model->annotate(words, text->sentences); });
  const auto raw = text->raw();
  measure("all", words.size(), [&] { annotate_text(*model, *names, raw); });
  return 0;
}
