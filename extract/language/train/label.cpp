// Makes opinions: the mean of what several networks say, and the best tree under it.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <set>

#include "core/base/file.hpp"
#include "core/base/hash.hpp"
#include "corpus/segment/segment.hpp"
#include "extract/language/annotation.hpp"
#include "extract/language/train/checkpoint.hpp"
#include "extract/language/train/opinions.hpp"
#include "extract/language/tree.hpp"

namespace entente::language::train {
namespace {

constexpr std::size_t kMostAnswers = 4;    // kept of each word and question
constexpr float kLeastShare = 0.02F;       // of an answer that is kept, but for the best
constexpr float kTreeScale = 1024;         // of log shares as whole numbers
constexpr float kLeastLog = -1000;
constexpr std::size_t kBlock = 20000;      // sentences made ready at a time

// Sentences of the inputs, each once.
class Reader {
 public:
  explicit Reader(const LabelOptions& o) : o_(o) {}

  Result<Done> add(const std::string& path) {
    if (path.size() > 7 && path.compare(path.size() - 7, 7, ".conllu") == 0) {
      auto read = read_treebank(path);
      if (!read) return read.error();
      for (auto& s : *read) add(std::move(s), true);
      return Done{};
    }
    const auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    for (std::size_t at = 0; at < bytes->size();) {
      const auto end = std::min(bytes->find('\n', at), bytes->size());
      add_paragraph(std::string_view(*bytes).substr(at, end - at));
      at = end + 1;
    }
    return Done{};
  }
  std::vector<ConlluSentence> take() { return std::move(sentences_); }

 private:
  void add_paragraph(std::string_view text) {
    const auto segmentation = corpus::segment(text);
    for (const auto& s : segmentation.sentences) {
      ConlluSentence sentence;
      for (auto i = s.first; i < s.last; ++i) sentence.words.emplace_back().form = segmentation.tokens[i].span.of(text);
      add(std::move(sentence), false);
    }
  }
  // Treebanks are kept whole and in order.
  void add(ConlluSentence&& sentence, bool always) {
    const auto size = sentence.words.size();
    if (!always && (size < o_.least_words || size > o_.most_words)) return;
    std::string text;
    for (const auto& w : sentence.words) text += w.form + ' ';
    if (!seen_.insert(hash64(text)).second && !always) return;
    sentences_.push_back(std::move(sentence));
  }

  const LabelOptions& o_;
  std::set<std::uint64_t> seen_;
  std::vector<ConlluSentence> sentences_;
};

// Turns the sum of log shares into shares.
void mean(float* values, std::size_t count, std::size_t networks) {
  float most = kLeastLog * static_cast<float>(networks);
  for (std::size_t i = 0; i < count; ++i) most = std::max(most, values[i]);
  float total = 0;
  for (std::size_t i = 0; i < count; ++i) total += values[i] = std::exp((values[i] - most) / static_cast<float>(networks));
  for (std::size_t i = 0; i < count; ++i) values[i] /= total;
}

void add(const std::vector<float>& from, std::vector<float>& to) {
  to.resize(from.size(), 0.0F);
  for (std::size_t i = 0; i < from.size(); ++i) to[i] += std::max(from[i], kLeastLog);
}

void add_answers(const float* shares, std::size_t count, Targets& out) {
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < count; ++i) {
    if (shares[i] >= kLeastShare) answers.push_back({static_cast<std::uint16_t>(i), shares[i]});
  }
  if (answers.empty()) answers.push_back({static_cast<std::uint16_t>(std::max_element(shares, shares + count) - shares), 1.0F});
  std::stable_sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) { return a.share > b.share; });
  if (answers.size() > kMostAnswers) answers.resize(kMostAnswers);
  float sum = 0;
  for (const auto& a : answers) sum += a.share;
  for (const auto& a : answers) out.answers.push_back({a.id, a.share / sum});
  out.close();
}

class Labeller {
 public:
  Labeller(std::vector<Checkpoint> networks, const LabelOptions& o) : networks_(std::move(networks)), o_(o) {}
  const Catalogue& catalogue() const { return networks_[0].catalogue; }

  // Labels the sentences and moves those that are kept to `out`.
  void run(std::vector<ConlluSentence>&& sentences, Opinions& out) {
    std::vector<std::vector<Example>> examples;
    for (const auto& n : networks_) examples.push_back(make_examples(sentences, n.catalogue, n.network.shape().part_bits));
    std::vector<std::size_t> order(sentences.size());
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t first = 0, last = 0; first < sentences.size(); first = last) {
      for (std::size_t words = 0; last < sentences.size() && words < 2000; ++last) words += sentences[last].words.size();
      run(sentences, examples, order, first, last, out);
    }
  }

 private:
  void run(std::vector<ConlluSentence>& sentences, const std::vector<std::vector<Example>>& examples, const std::vector<std::size_t>& order,
           std::size_t first, std::size_t last, Opinions& out) {
    std::vector<Batch> batches;
    std::vector<float> heads, tags, relations;
    std::vector<std::size_t> squares;
    for (std::size_t n = 0; n < networks_.size(); ++n) {
      batches.push_back(make_batch(examples[n], order, first, last, networks_[n].catalogue, nullptr));
      auto opinion = networks_[n].network.judge(batches[n]);
      add(opinion.heads, heads);
      add(opinion.tags, tags);
      squares = std::move(opinion.head_begins);
    }
    for (std::size_t k = 0; k < squares.size(); ++k) choose_heads(&heads[squares[k]], sentences[first + k]);
    for (std::size_t n = 0; n < networks_.size(); ++n) {
      for (std::size_t k = 0; k < squares.size(); ++k) {
        const auto& words = sentences[first + k].words;
        for (std::size_t i = 0; i < words.size(); ++i) batches[n].heads[batches[n].begins[k] + 1 + i] = words[i].head + 1;
      }
      add(networks_[n].network.judge_relations(batches[n]), relations);
    }
    const auto& begins = batches[0].begins;
    for (std::size_t k = 0; k < squares.size(); ++k) {
      // Roots have tags and no relation, so the relations of sentence k begin k rows earlier.
      keep(std::move(sentences[first + k]), &heads[squares[k]], &tags[(begins[k] + 1) * shape().tags()],
           &relations[(begins[k] - k) * shape().labels], out);
    }
  }

  void choose_heads(float* square, ConlluSentence& sentence) const {
    const auto size = sentence.words.size() + 1;
    std::vector<std::int32_t> scores(size * size, 0);
    for (std::size_t d = 1; d < size; ++d) {
      for (std::size_t h = 0; h < size; ++h) scores[d * size + h] = static_cast<std::int32_t>(std::lround(square[d * size + h] * kTreeScale));
      mean(square + d * size, size, networks_.size());
    }
    const auto heads = best_tree(scores, static_cast<std::uint32_t>(size - 1));
    for (std::size_t d = 1; d < size; ++d) sentence.words[d - 1].head = static_cast<std::int32_t>(heads[d]) - 1;
  }

  void keep(ConlluSentence&& sentence, const float* square, float* tags, float* relations, Opinions& out) const {
    const auto words = sentence.words.size();
    const auto size = words + 1;
    float sure = 0;
    for (std::size_t d = 1; d < size; ++d) sure += *std::max_element(square + d * size, square + (d + 1) * size);
    if (sure < o_.least_sure * static_cast<float>(words)) return;
    TargetSet targets;
    for (std::size_t i = 0; i < words; ++i) {
      add_answers(square + (i + 1) * size, size, targets[kHead]);
      float* row = relations + i * shape().labels;
      mean(row, shape().labels, networks_.size());
      add_answers(row, shape().labels, targets[kLabel]);
      row = tags + i * shape().tags();
      for (const auto& [question, count] : {std::pair{kUpos, shape().upos}, {kXpos, shape().xpos}, {kFeats, shape().feats}}) {
        mean(row, count, networks_.size());
        add_answers(row, count, targets[question]);
        row += count;
      }
      name(sentence.words[i], targets, i);
    }
    out.sentences.push_back(std::move(sentence));
    out.targets.push_back(std::move(targets));
  }

  void name(ConlluWord& word, const TargetSet& targets, std::size_t i) const {
    const auto best = [&](Question q) { return targets[q].begin(i)->id; };
    word.deprel = catalogue().labels[best(kLabel)];
    word.upos = std::string(upos_name(static_cast<Upos>(best(kUpos))));
    word.xpos = catalogue().xpos[best(kXpos)];
    word.feats = catalogue().feats[best(kFeats)];
  }

  const NetworkShape& shape() const { return networks_[0].network.shape(); }
  std::vector<Checkpoint> networks_;
  const LabelOptions& o_;
};

Result<std::vector<Checkpoint>> read_networks(const std::vector<std::string>& paths) {
  std::vector<Checkpoint> networks;
  for (const auto& path : paths) {
    auto checkpoint = read_checkpoint(path);
    if (!checkpoint) return checkpoint.error();
    const auto& one = networks.empty() ? checkpoint->catalogue : networks[0].catalogue;
    if (checkpoint->catalogue.labels != one.labels || checkpoint->catalogue.xpos != one.xpos || checkpoint->catalogue.feats != one.feats) {
      return Diagnostic{Severity::Error, Code::ModelContent, {path, 0, 0, {}}, "The networks learnt from different names"};
    }
    networks.push_back(*std::move(checkpoint));
  }
  return networks;
}

}  // namespace

Result<Done> label(const LabelOptions& o) {
  auto networks = read_networks(o.networks);
  if (!networks) return networks.error();
  Reader reader(o);
  for (const auto& path : o.inputs) {
    if (auto done = reader.add(path); !done) return done;
  }
  auto sentences = reader.take();
  Labeller labeller(*std::move(networks), o);
  Opinions opinions;
  for (std::size_t at = 0; at < sentences.size(); at += kBlock) {
    const auto end = std::min(at + kBlock, sentences.size());
    labeller.run({std::make_move_iterator(sentences.begin() + static_cast<std::ptrdiff_t>(at)),
                  std::make_move_iterator(sentences.begin() + static_cast<std::ptrdiff_t>(end))}, opinions);
    std::fprintf(stderr, "%zu of %zu sentences, %zu kept\n", end, sentences.size(), opinions.sentences.size());
  }
  if (!o.conllu.empty()) {
    std::string text;
    for (const auto& s : opinions.sentences) write_conllu(s, text);
    if (auto done = write_file(o.conllu, text); !done) return done;
  }
  return o.output.empty() ? Result<Done>(Done{}) : write_opinions(o.output, opinions, labeller.catalogue());
}

}  // namespace entente::language::train
