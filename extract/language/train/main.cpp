// entente-train: makes the language layer's models from treebanks; docs/language.md has the recipe.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "extract/language/train/entities.hpp"
#include "extract/language/train/make_model.hpp"
#include "extract/language/train/mean.hpp"
#include "extract/language/train/opinions.hpp"
#include "extract/language/train/train_network.hpp"
#include "extract/language/train/vectors.hpp"

namespace {

using namespace entente::language::train;

// What all commands have that learn something.
void add_common(CLI::App& command, std::string& output, std::uint64_t& seed) {
  command.add_option("-o,--output", output, "File to write");
  command.add_option("--seed", seed, "First weights, and the order in which things are learnt");
}

void add_model(CLI::App& app, ModelOptions& o) {
  auto* command = app.add_subcommand("model", "Train the fast tagger and the lemmatiser, and put them into one file with the network");
  command->add_option("treebanks", o.treebanks, "CoNLL-U files to learn from")->required();
  add_common(*command, o.output, o.seed);
  command->add_option("--network", o.network, "Checkpoint of the network");
  command->add_option("--opinions", o.opinions, "Files of entente-train label: words in their basic form, for the lemmatiser");
  command->add_option("--keep-tagger", o.keep, "Model file whose tagger is taken over");
  command->add_option("--tagger-epochs", o.tagger_epochs, "Passes over the data for the tagger");
  command->add_option("--lemma-epochs", o.lemma_epochs, "Passes for the lemmatiser");
}

void add_network(CLI::App& app, NetworkOptions& o) {
  auto* command = app.add_subcommand("network", "Train the network");
  command->add_option("treebanks", o.treebanks, "CoNLL-U files to learn from")->required();
  add_common(*command, o.output, o.seed);
  command->add_option("--development", o.development, "CoNLL-U files to report on");
  command->add_option("--start", o.start, "Checkpoint to begin with");
  command->add_option("--vectors", o.vectors, "Word vectors made by entente-train vectors");
  command->add_option("--opinions", o.opinions, "Files made by entente-train label to learn from too");
  command->add_option("--opinion-words", o.opinion_words, "Their words in a pass, as a multiple of the treebanks'");
  command->add_option("--epochs", o.epochs, "Passes over the data");
  command->add_option("--report", o.report, "Passes between reports");
  command->add_option("--batch", o.batch, "Words of a batch");
  command->add_option("--hold-out", o.hold_out, "Per cent at the end of each treebank not to learn from");
  command->add_option("--rate", o.rate, "Highest learning rate");
  command->add_option("--dropout", o.dropout, "Share of numbers left out");
  command->add_option("--small", o.small, "Share of the sentences that are learnt from in small letters too");
  command->add_option("--large", o.large, "Share of the sentences that are learnt from in capitals too");
  command->add_option("--title", o.title, "Share of the sentences that are learnt from with capitals as in titles too");
  command->add_option("--layers", o.shape.layers, "Recurrent layers");
  command->add_option("--hidden", o.shape.hidden, "Cells of one direction");
}

void add_mean(CLI::App& app, MeanOptions& o) {
  auto* command = app.add_subcommand("mean", "Take the mean of two networks of which one learnt on from the other");
  command->add_option("first", o.first, "Checkpoint")->required();
  command->add_option("second", o.second, "Checkpoint")->required();
  command->add_option("--share", o.share, "Weight of the first one, 0 to 1")->check(CLI::Range(0.0, 1.0));
  command->add_option("-o,--output", o.output, "Checkpoint to write")->required();
}

void add_label(CLI::App& app, LabelOptions& o) {
  auto* command = app.add_subcommand("label", "Label text with what several networks think of it");
  command->add_option("inputs", o.inputs, "Text, a paragraph a line, or CoNLL-U files (*.conllu), of which only words are read")->required();
  command->add_option("--network", o.networks, "Checkpoints of networks that learnt from the same treebanks")->required();
  command->add_option("-o,--output", o.output, "File of opinions to write");
  command->add_option("--conllu", o.conllu, "CoNLL-U file to write");
  command->add_option("--least-words", o.least_words, "Shorter sentences of text are left out");
  command->add_option("--most-words", o.most_words, "Longer sentences of text are left out");
  command->add_option("--least-sure", o.least_sure, "Sentences whose words' best heads have a smaller share on average are left out");
}

void add_vectors(CLI::App& app, VectorOptions& o) {
  auto* command = app.add_subcommand("vectors", "Train word vectors on plain text");
  command->add_option("texts", o.texts, "Files of UTF-8 text, a paragraph a line")->required();
  command->add_option("--treebank", o.treebanks, "CoNLL-U files whose words are read too");
  add_common(*command, o.output, o.seed);
  command->add_option("--dim", o.dim, "Numbers of a vector");
  command->add_option("--epochs", o.epochs, "Passes over the text");
  command->add_option("--least", o.least, "Words seen less often get no vector");
}

void add_entities(CLI::App& app, EntityOptions& o) {
  auto* command = app.add_subcommand("entities", "Train the entity tagger");
  command->add_option("columns", o.columns, "Files of words and IOB tags to learn from, PATH or PATH:WEIGHT");
  command->add_option("--gum", o.treebanks, "GUM treebanks to learn from, PATH or PATH:WEIGHT");
  command->add_option("--text", o.text, "Treebank to learn from whose names stand in --text-names");
  command->add_option("--text-names", o.text_names, "Names of that treebank, PATH or PATH:WEIGHT")->needs("--text");
  command->add_option("--development", o.development, "Files of words and IOB tags, or of GUM (.conllu), to report on");
  command->add_option("--tags", o.tags, "Model that parses the sentences")->required();
  command->add_option("--lexicon", o.lexicon, "Folder of word lists")->required();
  command->add_option("--names", o.names, "Folder of the register")->required();
  command->add_option("--collected", o.collected, "Output of scripts/make-entity-names");
  add_common(*command, o.output, o.seed);
  command->add_option("--vectors", o.vectors, "Word vectors whose groups are told");
  command->add_option("--epochs", o.epochs, "Passes over the data");
  command->add_option("--bags", o.bags, "Trainings in different orders whose weights are averaged");
  command->add_option("--most", o.most, "Features to keep, the heaviest");
  command->add_option("--rate", o.rate, "Learning rate of a feature's first steps");
  command->add_option("--hide", o.hide, "Share of words whose spelling is hidden");
  command->add_option("--drop", o.drop, "Share of features left out");
  command->add_option("--small", o.small, "Weight of copies in small letters");
  command->add_option("--large", o.large, "Weight of copies in capitals");
}

}  // namespace

int main(int argc, char** argv) {
  ModelOptions model;
  NetworkOptions network;
  MeanOptions mean;
  LabelOptions labels;
  VectorOptions vectors;
  EntityOptions entities;
  CLI::App app{"Train the models of the language layer"};
  app.require_subcommand(1);
  add_model(app, model);
  add_network(app, network);
  add_mean(app, mean);
  add_label(app, labels);
  add_vectors(app, vectors);
  add_entities(app, entities);
  CLI11_PARSE(app, argc, argv);
  const auto done = app.got_subcommand("model")      ? make_model(model)
                    : app.got_subcommand("vectors")  ? train_vectors(vectors)
                    : app.got_subcommand("entities") ? train_entities(entities)
                    : app.got_subcommand("label")    ? label(labels)
                    : app.got_subcommand("mean")     ? mean_network(mean)
                                                     : train_network(network);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", to_string(done.error()).c_str());
  return 3;
}
