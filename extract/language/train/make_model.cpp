#include "extract/language/train/make_model.hpp"

#include <chrono>
#include <cstdio>

#include "core/base/file.hpp"
#include "extract/language/tagger.hpp"
#include "extract/language/train/checkpoint.hpp"
#include "extract/language/train/data.hpp"
#include "extract/language/train/lemmatizer.hpp"
#include "extract/language/train/opinions.hpp"
#include "extract/language/train/quantize.hpp"
#include "extract/language/train/tagger.hpp"

namespace entente::language::train {
namespace {

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The tagger of another model file, as it is there.
Result<Done> keep_tagger(const std::string& path, ContainerWriter& out) {
  const auto container = Container::open(path);
  if (!container) return container.error();
  for (const std::string name : {"tagger.tags", "tagger.fixed", "tagger.meta", "tagger.table", "tagger.weights"}) {
    const auto bytes = container->get<char>(name);
    if (!bytes) return bytes.error();
    out.add_bytes(name, {bytes->begin(), bytes->end()});
  }
  return Done{};
}

}  // namespace

Result<Done> make_model(const ModelOptions& o) {
  std::vector<ConlluSentence> sentences;
  for (const auto& path : o.treebanks) {
    auto read = read_treebank(path);
    if (!read) return read.error();
    sentences.insert(sentences.end(), read->begin(), read->end());
  }
  const double start = seconds();
  const auto say = [&](const char* what) { std::fprintf(stderr, "%7.1f s  %s\n", seconds() - start, what); };
  ContainerWriter out;
  say("tagger");
  if (o.keep.empty()) {
    train_tagger(sentences, o.tagger_epochs, o.seed, out);
  } else if (auto done = keep_tagger(o.keep, out); !done) {
    return done;
  }
  std::vector<BasicForm> basic;
  if (!o.network.empty()) {
    say("network");
    const auto checkpoint = read_checkpoint(o.network);
    if (!checkpoint) return checkpoint.error();
    quantize(*checkpoint, sentences, out);
    for (const auto& path : o.opinions) {
      const auto opinions = read_opinions(path, checkpoint->catalogue);
      if (!opinions) return opinions.error();
      const auto more = basic_forms(*opinions, checkpoint->catalogue);
      basic.insert(basic.end(), more.begin(), more.end());
    }
  }
  say("lemmatiser");
  train_lemmatizer(sentences, basic, o.lemma_epochs, o.seed, out);
  say("done");
  return write_file(o.output, out.finish());
}

}  // namespace entente::language::train
