#include "extract/language/train/train_network.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <numeric>

#include "core/base/file.hpp"
#include "extract/language/features.hpp"
#include "extract/language/train/catalogue.hpp"
#include "extract/language/train/checkpoint.hpp"
#include "extract/language/train/gemm.hpp"
#include "extract/language/train/grow.hpp"
#include "extract/language/train/optimizer.hpp"
#include "extract/language/train/opinions.hpp"

namespace entente::language::train {
namespace {

struct Set {
  std::string name;
  std::vector<Example> examples;
};

// Ends of batches of about `words` words.
std::vector<std::size_t> batch_ends(const std::vector<Example>& examples, const std::vector<std::size_t>& order, std::size_t words) {
  std::vector<std::size_t> ends;
  std::size_t count = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    count += examples[order[i]].words.size() + 1;
    if (count < words && i + 1 < order.size()) continue;
    ends.push_back(i + 1);
    count = 0;
  }
  return ends;
}

std::vector<std::size_t> identity(std::size_t n) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

Loss evaluate(Network& network, const Set& set, const Catalogue& catalogue) {
  Loss sum;
  Random unused(0);
  const auto order = identity(set.examples.size());
  std::size_t first = 0;
  for (const auto end : batch_ends(set.examples, order, 2000)) {
    sum += network.run(make_batch(set.examples, order, first, end, catalogue, nullptr), 0, unused, nullptr);
    first = end;
  }
  return sum;
}

void report(const char* name, const Loss& loss) {
  const auto n = static_cast<double>(std::max<std::size_t>(loss.judged, 1));
  std::printf("  %-12s heads %.2f labels %.2f upos %.2f | loss %.4f %.4f %.4f\n", name, 100 * static_cast<double>(loss.right_heads) / n,
              100 * static_cast<double>(loss.right_labels) / n, 100 * static_cast<double>(loss.right_upos) / n, loss.arcs / n, loss.labels / n, loss.tags / n);
}

// Rises over the first 300 steps, then falls like a cosine to nothing.
float rate_at(const NetworkOptions& o, double step, double steps) {
  const double warm = std::min(1.0, (step + 1) / 300);
  return static_cast<float>(o.rate * warm * 0.5 * (1 + std::cos(3.14159265358979 * std::min(step / steps, 1.0))));
}

// What passes are made of: all of the treebanks' sentences, and the next ones of those with opinions.
class Passes {
 public:
  Passes(std::size_t gold, const std::vector<Example>& examples, const NetworkOptions& o)
      : examples_(examples), gold_(identity(gold)), other_(identity(examples.size())), random_(o.seed) {
    other_.erase(other_.begin(), other_.begin() + static_cast<std::ptrdiff_t>(gold));
    next_ = other_.size();
    for (const auto i : gold_) words_ += o.opinion_words * static_cast<float>(examples[i].words.size());
  }

  std::vector<std::size_t> next() {
    auto order = gold_;
    for (float words = 0; !other_.empty() && words < words_; ++next_) {
      if (next_ == other_.size()) shuffle(other_, random_), next_ = 0;
      order.push_back(other_[next_]);
      words += static_cast<float>(examples_[other_[next_]].words.size());
    }
    shuffle(order, random_);
    return order;
  }

 private:
  const std::vector<Example>& examples_;
  std::vector<std::size_t> gold_, other_;
  std::size_t next_ = 0;
  float words_ = 0;  // of opinions a pass
  Random random_;
};

Result<Done> load(const NetworkOptions& o, std::vector<ConlluSentence>& learn, std::vector<ConlluSentence>& held) {
  for (const auto& path : o.treebanks) {
    auto sentences = read_treebank(path);
    if (!sentences) return sentences.error();
    const auto cut = static_cast<std::ptrdiff_t>(sentences->size() * (100 - o.hold_out) / 100);
    learn.insert(learn.end(), sentences->begin(), sentences->begin() + cut);
    held.insert(held.end(), sentences->begin() + cut, sentences->end());
  }
  return Done{};
}

// Copies of some sentences as people write them who care little for capitals, or much.
void add_copies(const NetworkOptions& o, std::vector<ConlluSentence>& sentences) {
  Random random(o.seed);
  const auto raise = [](std::string& text, std::size_t letters) {
    for (std::size_t i = 0; i < letters; ++i) text[i] = static_cast<char>(text[i] >= 'a' && text[i] <= 'z' ? text[i] - 32 : text[i]);
  };
  for (std::size_t s = 0, count = sentences.size(); s < count; ++s) {
    const auto lot = random.uniform();
    if (lot >= o.small + o.large + o.title) continue;
    auto copy = sentences[s];
    for (auto& w : copy.words) {
      if (lot < o.small) {
        w.form = lower_form(w.form);
      } else if (lot < o.small + o.large) {
        raise(w.form, w.form.size());
      } else if (w.form.size() > 3) {
        raise(w.form, 1);
      }
    }
    sentences.push_back(std::move(copy));
  }
}

// The first `gold` examples are the treebanks'.
void learn(Network& network, const NetworkOptions& o, std::size_t gold, const std::vector<Example>& examples, const Catalogue& catalogue,
           const std::vector<Set>& sets) {
  Optimizer optimizer(network);
  Random random(o.seed);
  Passes passes(gold, examples, o);
  const double steps = static_cast<double>(batch_ends(examples, Passes(passes).next(), o.batch).size()) * o.epochs;
  double step = 0;
  const auto start = std::chrono::steady_clock::now();
  for (unsigned epoch = 1; epoch <= o.epochs; ++epoch) {
    const auto order = passes.next();
    Loss sum;
    std::size_t first = 0;
    for (const auto end : batch_ends(examples, order, o.batch)) {
      const auto batch = make_batch(examples, order, first, end, catalogue, &random);
      first = end;
      sum += network.run(batch, o.dropout, random, &optimizer.gradient());
      optimizer.step(network, batch, rate_at(o, step++, steps));
    }
    auto last = std::move(network.weights);
    network.weights = optimizer.average();
    std::printf("epoch %u, %.0f s\n", epoch, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    report("learning", sum);
    if (epoch % o.report == 0 || epoch == o.epochs) {
      for (const auto& set : sets) report(set.name.c_str(), evaluate(network, set, catalogue));
      if (auto done = write_checkpoint(o.output, network, catalogue); !done) std::printf("%s\n", to_string(done.error()).c_str());
    }
    std::fflush(stdout);
    if (epoch < o.epochs) network.weights = std::move(last);
  }
}

}  // namespace

Result<Done> train_network(const NetworkOptions& o) {
  std::vector<ConlluSentence> sentences, held;
  if (auto done = load(o, sentences, held); !done) return done;
  Vectors vectors;
  if (!o.vectors.empty()) {
    auto read = read_vectors(o.vectors);
    if (!read) return read.error();
    vectors = *std::move(read);
  }
  auto catalogue = Catalogue::of(sentences, vectors);
  auto shape = o.shape;
  catalogue.size(shape);
  shape.text_dim = vectors.dim;
  Network network(shape, o.seed);
  if (!take_vectors(vectors, catalogue, network)) {
    return Diagnostic{Severity::Error, Code::ModelContent, {o.vectors, 0, 0, {}}, "The vectors are not as long as the network's"};
  }
  if (!o.start.empty()) {
    auto checkpoint = read_checkpoint(o.start);
    if (!checkpoint) return checkpoint.error();
    if (!vectors.words.empty() && checkpoint->network.shape().text_dim == 0) checkpoint = grown(*checkpoint, vectors);
    network = std::move(checkpoint->network);
    catalogue = std::move(checkpoint->catalogue);
  }
  const auto bits = network.shape().part_bits;
  std::vector<Set> sets = {{"held out", make_examples(held, catalogue, bits)}};
  for (const auto& path : o.development) {
    auto read = read_treebank(path);
    if (!read) return read.error();
    sets.push_back({path.substr(path.rfind('/') + 1), make_examples(*read, catalogue, bits)});
  }
  std::printf("%zu sentences, %zu words known, %zu dense weights, %s\n", sentences.size(), catalogue.words.size(),
              network.weights.dense.size(), uses_amx() ? "AMX" : "floats");
  add_copies(o, sentences);
  auto examples = make_examples(sentences, catalogue, bits);
  auto others = opinion_examples(o.opinions, catalogue, bits);
  if (!others) return others.error();
  std::move(others->begin(), others->end(), std::back_inserter(examples));
  learn(network, o, sentences.size(), examples, catalogue, sets);
  return write_checkpoint(o.output, network, catalogue);
}

}  // namespace entente::language::train
