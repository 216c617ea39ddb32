// entente-train: makes the language layer's models from treebanks; docs/language.md has the recipe.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "extract/language/train/data.hpp"
#include "extract/language/train/lemmatizer.hpp"
#include "extract/language/train/parser.hpp"
#include "extract/language/train/tagger.hpp"
#include "extract/language/train/train_network.hpp"
#include "extract/language/tagger.hpp"

namespace entente::language::train {
namespace {

struct Options {
  std::vector<std::string> treebanks;
  std::string output;
  unsigned tagger_epochs = 8;
  unsigned lemma_epochs = 10;
  unsigned parser_epochs = 12;
  std::uint64_t seed = 1;
};

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int failed(const Diagnostic& error) {
  std::fprintf(stderr, "%s\n", to_string(error).c_str());
  return 3;
}

// Tags of each tenth of the sentences by a tagger trained on the others.
std::vector<std::vector<std::uint8_t>> jackknife(const std::vector<ConlluSentence>& all, const Options& o) {
  constexpr std::size_t kFolds = 5;
  std::vector<std::vector<std::uint8_t>> tags(all.size());
  ContainerWriter whole;
  train_tagger(all, 1, o.seed, whole);
  const auto reference = Container::from_bytes(whole.finish(), "tagger");
  const auto names = *read_strings(*reference, "tagger.tags");
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<ConlluSentence> others;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i % kFolds != fold) others.push_back(all[i]);
    }
    ContainerWriter part;
    train_tagger(others, 2, o.seed, part);
    const auto container = Container::from_bytes(part.finish(), "tagger");
    const auto part_names = *read_strings(*container, "tagger.tags");
    const auto tagger = Tagger::read(*container);
    for (std::size_t i = fold; i < all.size(); i += kFolds) {
      std::vector<WordFeatures> words;
      for (const auto& w : all[i].words) words.push_back(word_features(w.form));
      tagger->tag(words, tags[i]);
      for (auto& t : tags[i]) {  // numbers of the whole set's tags
        t = static_cast<std::uint8_t>(std::lower_bound(names.begin(), names.end(), part_names[t]) - names.begin());
      }
    }
  }
  return tags;
}

int run(const Options& o) {
  std::vector<ConlluSentence> sentences;
  for (const auto& path : o.treebanks) {
    auto read = read_treebank(path);
    if (!read) return failed(read.error());
    sentences.insert(sentences.end(), read->begin(), read->end());
  }
  const double start = seconds();
  const auto say = [&](const char* what) { std::fprintf(stderr, "%7.1f s  %s\n", seconds() - start, what); };
  ContainerWriter out;
  say("tagger");
  train_tagger(sentences, o.tagger_epochs, o.seed, out);
  say("lemmatiser");
  train_lemmatizer(sentences, o.lemma_epochs, o.seed, out);
  say("tags for the parser");
  const auto tags = jackknife(sentences, o);
  say("parser");
  train_parser(sentences, tags, o.parser_epochs, o.seed, out);
  say("done");
  if (auto done = write_file(o.output, out.finish()); !done) return failed(done.error());
  return 0;
}

}  // namespace
}  // namespace entente::language::train

namespace {

using namespace entente::language::train;

void add_linear(CLI::App& app, Options& o) {
  auto* command = app.add_subcommand("linear", "Train the fast tagger, the lemmatiser and the greedy parser");
  command->add_option("treebanks", o.treebanks, "CoNLL-U files to learn from")->required();
  command->add_option("-o,--output", o.output, "Model file to write")->required();
  command->add_option("--tagger-epochs", o.tagger_epochs, "Passes over the data for the tagger");
  command->add_option("--lemma-epochs", o.lemma_epochs, "Passes for the lemmatiser");
  command->add_option("--parser-epochs", o.parser_epochs, "Passes for the parser");
  command->add_option("--seed", o.seed, "Order of the sentences");
}

void add_network(CLI::App& app, NetworkOptions& o) {
  auto* command = app.add_subcommand("network", "Train the network");
  command->add_option("treebanks", o.treebanks, "CoNLL-U files to learn from")->required();
  command->add_option("-o,--output", o.output, "Checkpoint to write")->required();
  command->add_option("--development", o.development, "CoNLL-U files to report on");
  command->add_option("--start", o.start, "Checkpoint to begin with");
  command->add_option("--epochs", o.epochs, "Passes over the data");
  command->add_option("--report", o.report, "Passes between reports");
  command->add_option("--batch", o.batch, "Words of a batch");
  command->add_option("--hold-out", o.hold_out, "Per cent at the end of each treebank not to learn from");
  command->add_option("--rate", o.rate, "Highest learning rate");
  command->add_option("--dropout", o.dropout, "Share of numbers left out");
  command->add_option("--layers", o.shape.layers, "Recurrent layers");
  command->add_option("--hidden", o.shape.hidden, "Cells of one direction");
  command->add_option("--seed", o.seed, "First weights and order of the sentences");
}

}  // namespace

int main(int argc, char** argv) {
  Options linear;
  NetworkOptions network;
  CLI::App app{"Train the models of the language layer"};
  app.require_subcommand(1);
  add_linear(app, linear);
  add_network(app, network);
  CLI11_PARSE(app, argc, argv);
  if (app.got_subcommand("linear")) return run(linear);
  const auto done = train_network(network);
  return done ? 0 : failed(done.error());
}
