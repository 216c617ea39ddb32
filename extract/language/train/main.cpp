// entente-train: makes the language layer's models from treebanks; docs/language.md has the recipe.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "extract/language/train/data.hpp"
#include "extract/language/train/entities.hpp"
#include "extract/language/train/lemmatizer.hpp"
#include "extract/language/train/quantize.hpp"
#include "extract/language/train/tagger.hpp"
#include "extract/language/train/train_network.hpp"
#include "extract/language/train/vectors.hpp"
#include "extract/language/tagger.hpp"

namespace entente::language::train {
namespace {

struct Options {
  std::vector<std::string> treebanks;
  std::string output;
  std::string network;
  std::string keep;
  unsigned tagger_epochs = 8;
  unsigned lemma_epochs = 2;
  std::uint64_t seed = 1;
};

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int failed(const Diagnostic& error) {
  std::fprintf(stderr, "%s\n", to_string(error).c_str());
  return 3;
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

int make_model(const Options& o) {
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
  if (o.keep.empty()) {
    train_tagger(sentences, o.tagger_epochs, o.seed, out);
  } else if (auto done = keep_tagger(o.keep, out); !done) {
    return failed(done.error());
  }
  say("lemmatiser");
  train_lemmatizer(sentences, o.lemma_epochs, o.seed, out);
  if (!o.network.empty()) {
    say("network");
    const auto checkpoint = read_checkpoint(o.network);
    if (!checkpoint) return failed(checkpoint.error());
    quantize(*checkpoint, sentences, out);
  }
  say("done");
  if (auto done = write_file(o.output, out.finish()); !done) return failed(done.error());
  return 0;
}

}  // namespace
}  // namespace entente::language::train

namespace {

using namespace entente::language::train;

void add_model(CLI::App& app, Options& o) {
  auto* command = app.add_subcommand("model", "Train the fast tagger and the lemmatiser, and put them into one file with the network");
  command->add_option("treebanks", o.treebanks, "CoNLL-U files to learn from")->required();
  command->add_option("-o,--output", o.output, "Model file to write")->required();
  command->add_option("--network", o.network, "Checkpoint of the network");
  command->add_option("--keep-tagger", o.keep, "Model file whose tagger is taken over");
  command->add_option("--tagger-epochs", o.tagger_epochs, "Passes over the data for the tagger");
  command->add_option("--lemma-epochs", o.lemma_epochs, "Passes for the lemmatiser");
  command->add_option("--seed", o.seed, "Order of the sentences");
}

void add_network(CLI::App& app, NetworkOptions& o) {
  auto* command = app.add_subcommand("network", "Train the network");
  command->add_option("treebanks", o.treebanks, "CoNLL-U files to learn from")->required();
  command->add_option("-o,--output", o.output, "Checkpoint to write")->required();
  command->add_option("--development", o.development, "CoNLL-U files to report on");
  command->add_option("--start", o.start, "Checkpoint to begin with");
  command->add_option("--vectors", o.vectors, "Word vectors made by entente-train vectors");
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

void add_vectors(CLI::App& app, VectorOptions& o) {
  auto* command = app.add_subcommand("vectors", "Train word vectors on plain text");
  command->add_option("texts", o.texts, "Files of UTF-8 text, a paragraph a line")->required();
  command->add_option("--treebank", o.treebanks, "CoNLL-U files whose words are read too");
  command->add_option("-o,--output", o.output, "File of vectors to write")->required();
  command->add_option("--dim", o.dim, "Numbers of a vector");
  command->add_option("--epochs", o.epochs, "Passes over the text");
  command->add_option("--least", o.least, "Words seen less often get no vector");
  command->add_option("--seed", o.seed, "First vectors and words drawn against");
}

void add_entities(CLI::App& app, EntityOptions& o) {
  auto* command = app.add_subcommand("entities", "Train the entity tagger");
  command->add_option("columns", o.columns, "Files of words and IOB tags to learn from, PATH or PATH:WEIGHT");
  command->add_option("--gum", o.treebanks, "GUM treebanks to learn from, PATH or PATH:WEIGHT");
  command->add_option("--development", o.development, "File of words and IOB tags to report on");
  command->add_option("--tags", o.tags, "Model that parses the sentences")->required();
  command->add_option("--lexicon", o.lexicon, "Folder of word lists")->required();
  command->add_option("--names", o.names, "Folder of the register")->required();
  command->add_option("--collected", o.collected, "Output of scripts/make-entity-names");
  command->add_option("-o,--output", o.output, "Model file to write");
  command->add_option("--epochs", o.epochs, "Passes over the data");
  command->add_option("--most", o.most, "Features to keep, the heaviest");
  command->add_option("--rate", o.rate, "Learning rate of a feature's first steps");
  command->add_option("--hide", o.hide, "Share of words whose spelling is hidden");
  command->add_option("--drop", o.drop, "Share of features left out");
  command->add_option("--small", o.small, "Weight of copies in small letters");
  command->add_option("--large", o.large, "Weight of copies in capitals");
  command->add_option("--seed", o.seed, "Order of the sentences");
}

}  // namespace

int main(int argc, char** argv) {
  Options model;
  NetworkOptions network;
  VectorOptions vectors;
  EntityOptions entities;
  CLI::App app{"Train the models of the language layer"};
  app.require_subcommand(1);
  add_model(app, model);
  add_network(app, network);
  add_vectors(app, vectors);
  add_entities(app, entities);
  CLI11_PARSE(app, argc, argv);
  if (app.got_subcommand("model")) return make_model(model);
  if (app.got_subcommand("vectors")) {
    const auto made = train_vectors(vectors);
    return made ? 0 : failed(made.error());
  }
  const auto done = app.got_subcommand("entities") ? train_entities(entities) : train_network(network);
  return done ? 0 : failed(done.error());
}
