// The same data and seed give the same bytes, and what comes out has learnt something.
#include <unistd.h>

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "core/base/file.hpp"
#include "extract/language/model.hpp"
#include "extract/language/train/make_model.hpp"
#include "extract/language/train/mean.hpp"
#include "extract/language/train/opinions.hpp"
#include "extract/language/train/train_network.hpp"
#include "extract/language/train/vectors.hpp"

using namespace entente;
using namespace entente::language;
using namespace entente::language::train;

namespace {

struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("entente-train-test-" + std::to_string(::getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& name) const { return (path / name).string(); }
};

const char* const kSubjects[] = {"minister", "judge", "farmer", "nurse", "pilot", "singer"};
const char* const kVerbs[] = {"praised", "visited", "blamed", "called", "warned"};
const char* const kNames[] = {"Anna", "Lisbon", "Omar", "Kigali"};

// "The judge visited Lisbon ." in all combinations, as a treebank and as text.
void write_data(const Folder& folder) {
  std::string treebank, text;
  for (const std::string subject : kSubjects) {
    for (const std::string verb : kVerbs) {
      for (const std::string name : kNames) {
        treebank += "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_\n2\t" + subject + "\t" + subject + "\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_\n3\t" + verb +
                    "\t" + verb.substr(0, verb.size() - 2) + "\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n4\t" + name + "\t" + name +
                    "\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\t_\n5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
        text += "The " + subject + ' ' + verb + ' ' + name + ". " + name + ' ' + verb + " the " + subject + ".\n";
      }
    }
  }
  REQUIRE(write_file(folder.file("bank.conllu"), treebank));
  REQUIRE(write_file(folder.file("text.txt"), text));
}

NetworkOptions network_options(const Folder& folder, const std::string& run) {
  NetworkOptions o;
  o.treebanks = {folder.file("bank.conllu")};
  o.output = folder.file(run + ".ckpt");
  o.vectors = folder.file(run + ".vec");
  o.shape.hidden = 64;
  o.shape.layers = 2;
  o.epochs = 12;
  o.report = 12;
  o.batch = 100;
  o.dropout = 0.1F;
  o.small = 0.1F;
  o.title = 0.1F;
  return o;
}

// Vectors, a network, its opinions, a network that learns from them too, and the model.
void make(const Folder& folder, const std::string& run) {
  VectorOptions vectors;
  vectors.texts = {folder.file("text.txt")};
  vectors.output = folder.file(run + ".vec");
  REQUIRE(train_vectors(vectors));
  auto network = network_options(folder, run);
  REQUIRE(train_network(network));
  LabelOptions labels;
  labels.inputs = {folder.file("text.txt")};
  labels.networks = {network.output, network.output};
  labels.output = folder.file(run + ".opinions");
  REQUIRE(label(labels));
  network.start = network.output;
  network.vectors.clear();
  network.opinions = {labels.output};
  network.epochs = 2;
  REQUIRE(train_network(network));
  ModelOptions model;
  model.treebanks = network.treebanks;
  model.network = network.output;
  model.opinions = network.opinions;
  model.output = folder.file(run + ".model");
  REQUIRE(make_model(model));
}

std::string bytes_of(const std::string& path) {
  const auto bytes = read_file(path);
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_CASE("the mean of networks lies between them, and networks of other shapes have none") {
  const Folder folder;
  write_data(folder);
  auto o = network_options(folder, "a");
  o.vectors.clear();
  REQUIRE(train_network(o));
  o.start = o.output;
  o.output = folder.file("b.ckpt");
  REQUIRE(train_network(o));
  const auto mean_of = [&](const std::string& a, const std::string& b, double share) {
    REQUIRE(mean_network({folder.file(a), folder.file(b), share, folder.file("mean.ckpt")}));
    return bytes_of(folder.file("mean.ckpt"));
  };
  const auto a = bytes_of(folder.file("a.ckpt")), b = bytes_of(folder.file("b.ckpt"));
  CHECK(a != b);
  CHECK(mean_of("a.ckpt", "b.ckpt", 1) == a);
  CHECK(mean_of("a.ckpt", "b.ckpt", 0) == b);
  CHECK(mean_of("b.ckpt", "b.ckpt", 0.25) == b);
  const auto half = mean_of("a.ckpt", "b.ckpt", 0.5);
  CHECK(half == mean_of("b.ckpt", "a.ckpt", 0.5));
  CHECK(half != a);
  CHECK(half != b);
  o.start.clear();
  o.shape.layers = 1;
  o.epochs = 1;
  o.output = folder.file("c.ckpt");
  REQUIRE(train_network(o));
  CHECK_FALSE(mean_network({folder.file("a.ckpt"), folder.file("c.ckpt"), 0.5, folder.file("mean.ckpt")}));
}

TEST_CASE("training twice with the same seed gives the same files, and a model that knows its sentences") {
  const Folder folder;
  write_data(folder);
  make(folder, "one");
  make(folder, "two");
  for (const std::string kind : {".vec", ".ckpt", ".opinions", ".model"}) {
    const auto one = bytes_of(folder.file("one" + kind));
    CHECK(one.size() > 100);
    CHECK_MESSAGE(one == bytes_of(folder.file("two" + kind)), kind);
  }
  const auto model = Model::load(folder.file("one.model"));
  REQUIRE(model);
  const std::vector<std::string_view> words = {"The", "pilot", "warned", "Kigali", "."};
  const auto a = model->annotate(words, std::vector<WordRange>{{0, 5}});
  const std::vector<Upos> upos = {Upos::DET, Upos::NOUN, Upos::VERB, Upos::PROPN, Upos::PUNCT};
  const std::vector<std::int32_t> heads = {1, 2, -1, 2, 2};
  for (std::size_t i = 0; i < words.size(); ++i) {
    CHECK(a[i].upos == upos[i]);
    CHECK(a[i].head == heads[i]);
  }
  CHECK(a[2].lemma == "warn");
  CHECK(a[1].deprel == "nsubj");
}
