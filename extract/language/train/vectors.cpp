#include "extract/language/train/vectors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <unordered_map>

#include "core/base/file.hpp"
#include "corpus/segment/segment.hpp"
#include "extract/language/container.hpp"
#include "extract/language/network_input.hpp"
#include "extract/language/train/data.hpp"

namespace entente::language::train {
namespace {

constexpr std::uint32_t kRare = UINT32_MAX;   // a place in a sentence whose word has no number
constexpr std::array<int, 4> kPlaces = {-2, -1, 1, 2};
constexpr unsigned kCaseDims = 4;
constexpr float kDeviation = 0.3F;            // of the numbers of finished vectors

// How often a word is written how, away from the beginnings of sentences and from headings.
struct Word {
  std::uint64_t hash = 0;
  std::uint32_t count = 0, inside = 0, capital = 0, all_capital = 0;
};

struct Corpus {
  std::vector<Word> words;             // the first one is the edge of a sentence
  std::vector<std::uint32_t> tokens;   // numbers; each sentence stands between two edges
};

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }

class Builder {
 public:
  Builder() { number(0); }

  void add(const std::vector<std::string_view>& forms) {
    std::size_t small = 0;
    for (const auto f : forms) small += lower(f[0]);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const auto id = number(word_hash(forms[i]));
      auto& w = corpus_.words[id];
      ++w.count;
      corpus_.tokens.push_back(id);
      if (i == 0 || 3 * small < forms.size()) continue;
      ++w.inside;
      w.capital += upper(forms[i][0]);
      w.all_capital += forms[i].size() > 1 && upper(forms[i][0]) && std::none_of(forms[i].begin(), forms[i].end(), lower);
    }
    corpus_.tokens.push_back(0);
    ++corpus_.words[0].count;
  }

  // Frequent words first, so that they lie together; rare ones lose their number.
  Corpus finish(unsigned least) {
    auto& words = corpus_.words;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (i == 0 || words[i].count >= least) order.push_back(i);
    }
    std::sort(order.begin() + 1, order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return words[a].count != words[b].count ? words[a].count > words[b].count : words[a].hash < words[b].hash;
    });
    std::vector<std::uint32_t> renumbered(words.size(), kRare);
    Corpus out;
    for (const auto i : order) {
      renumbered[i] = static_cast<std::uint32_t>(out.words.size());
      out.words.push_back(words[i]);
    }
    out.tokens.push_back(0);
    for (const auto t : corpus_.tokens) out.tokens.push_back(renumbered[t]);
    return out;
  }

 private:
  std::uint32_t number(std::uint64_t hash) {
    const auto [at, is_new] = numbers_.try_emplace(hash, static_cast<std::uint32_t>(corpus_.words.size()));
    if (is_new) corpus_.words.push_back({hash, 0, 0, 0, 0});
    return at->second;
  }
  Corpus corpus_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

void add_text(std::string_view line, Builder& builder) {
  const auto segmentation = corpus::segment(line);
  std::vector<std::string_view> forms;
  for (const auto& s : segmentation.sentences) {
    forms.clear();
    for (auto i = s.first; i < s.last; ++i) forms.push_back(segmentation.tokens[i].span.of(line));
    builder.add(forms);
  }
}

Result<Corpus> read_corpus(const VectorOptions& o) {
  Builder builder;
  for (const auto& path : o.texts) {
    const auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    const std::string_view text = *bytes;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      add_text(text.substr(at, end - at), builder);
      at = end + 1;
    }
  }
  for (const auto& path : o.treebanks) {
    const auto sentences = read_treebank(path);
    if (!sentences) return sentences.error();
    for (const auto& s : *sentences) {
      std::vector<std::string_view> forms;
      for (const auto& w : s.words) forms.push_back(w.form);
      builder.add(forms);
    }
  }
  return builder.finish(o.least);
}

// Sixteen numbers at a time; the order of the sums is fixed by it.
using Lanes = float __attribute__((vector_size(64)));

class SkipGram {
 public:
  SkipGram(const Corpus& corpus, const VectorOptions& o)
      : corpus_(corpus), options_(o), lanes_((o.dim - kCaseDims + 15) / 16), random_(o.seed), rows_(corpus.words.size() * lanes_),
        change_(lanes_) {
    for (auto& lanes : rows_) {
      for (std::size_t k = 0; k < 16; ++k) lanes[k] = (random_.uniform() - 0.5F) / static_cast<float>(lanes_ * 16);
    }
    for (auto& context : contexts_) context.assign(rows_.size(), Lanes{});
    for (const auto& w : corpus.words) {
      const auto times = static_cast<std::size_t>(std::pow(w.count, 0.75));
      draws_.insert(draws_.end(), std::max<std::size_t>(times, 1), static_cast<std::uint32_t>(&w - corpus.words.data()));
      const double often = 1e-3 * static_cast<double>(corpus.tokens.size()) / std::max<double>(w.count, 1);
      keep_.push_back(static_cast<float>(std::min(1.0, std::sqrt(often) + often)));
    }
  }

  void run() {
    const auto& tokens = corpus_.tokens;
    const double steps = static_cast<double>(tokens.size()) * options_.epochs;
    double done = 0;
    for (unsigned epoch = 0; epoch < options_.epochs; ++epoch) {
      for (std::size_t i = 0; i < tokens.size(); ++i, ++done) {
        const auto word = tokens[i];
        if (word == kRare || word == 0 || random_.uniform() > keep_[word]) continue;
        rate_ = static_cast<float>(0.04 * std::max(1 - done / steps, 1e-3));
        learn(i, word);
      }
      std::fprintf(stderr, "pass %u of %u\n", epoch + 1, options_.epochs);
    }
  }

  // The first `dim` numbers of a word's vector.
  void copy(std::size_t word, std::size_t dim, float* out) const {
    for (std::size_t i = 0; i < dim; ++i) out[i] = rows_[word * lanes_ + i / 16][i % 16];
  }

 private:
  void learn(std::size_t at, std::uint32_t word) {
    Lanes* row = &rows_[word * lanes_];
    const auto& tokens = corpus_.tokens;
    for (std::size_t p = 0; p < kPlaces.size(); ++p) {
      // The words beyond an edge are no neighbours.
      if (kPlaces[p] == -2 && tokens[at - 1] == 0) continue;
      if (kPlaces[p] == 2 && tokens[at + 1] == 0) continue;
      const auto near = tokens[at + static_cast<std::size_t>(kPlaces[p])];
      if (near == kRare) continue;
      std::fill(change_.begin(), change_.end(), Lanes{});
      pull(row, &contexts_[p][near * lanes_], 1);
      for (unsigned n = 0; n < options_.negatives; ++n) {
        const auto other = draws_[random_.below(draws_.size())];
        if (other != near) pull(row, &contexts_[p][other * lanes_], 0);
      }
      for (std::size_t i = 0; i < lanes_; ++i) row[i] += change_[i];
    }
  }

  void pull(const Lanes* __restrict row, Lanes* __restrict context, float goal) {
    Lanes sums{};
    for (std::size_t i = 0; i < lanes_; ++i) sums += row[i] * context[i];
    float sum = 0;
    for (std::size_t k = 0; k < 16; ++k) sum += sums[k];
    const float g = rate_ * (goal - 1 / (1 + std::exp(-sum)));
    for (std::size_t i = 0; i < lanes_; ++i) {
      change_[i] += g * context[i];
      context[i] += g * row[i];
    }
  }

  const Corpus& corpus_;
  const VectorOptions& options_;
  std::size_t lanes_;
  Random random_;
  std::vector<Lanes> rows_, change_;
  std::array<std::vector<Lanes>, kPlaces.size()> contexts_;
  std::vector<std::uint32_t> draws_;
  std::vector<float> keep_;
  float rate_ = 0;
};

// Every column to mean 0 and the same deviation.
void even_out(std::vector<float>& rows, std::size_t dim) {
  const auto count = rows.size() / dim;
  for (std::size_t i = 0; i < dim; ++i) {
    double sum = 0, squares = 0;
    for (std::size_t r = 0; r < count; ++r) sum += rows[r * dim + i], squares += rows[r * dim + i] * rows[r * dim + i];
    const double mean = sum / static_cast<double>(count);
    const double deviation = std::sqrt(std::max(squares / static_cast<double>(count) - mean * mean, 1e-12));
    for (std::size_t r = 0; r < count; ++r) {
      rows[r * dim + i] = std::clamp(static_cast<float>((rows[r * dim + i] - mean) / deviation) * kDeviation, -1.0F, 1.0F);
    }
  }
}

// How the word is written: share of capitals and of capitals throughout, trust in them, frequency; each within [-1, 1].
std::array<float, kCaseDims> case_numbers(const Word& w, std::size_t tokens) {
  const auto seen = static_cast<float>(w.inside);
  const float capital = (static_cast<float>(w.capital) + 0.3F) / (seen + 0.6F);
  const float all = (static_cast<float>(w.all_capital) + 0.1F) / (seen + 1);
  const float often = std::log10(static_cast<float>(w.count + 1) / static_cast<float>(tokens)) / 6 + 0.5F;
  return {0.8F * (2 * capital - 1), 0.8F * (2 * all - 1), seen / (seen + 5), std::clamp(often, -1.0F, 1.0F)};
}

}  // namespace

Result<Done> train_vectors(const VectorOptions& o) {
  const auto corpus = read_corpus(o);
  if (!corpus) return corpus.error();
  std::fprintf(stderr, "%zu words of text, %zu with a vector\n", corpus->tokens.size(), corpus->words.size() - 1);
  SkipGram model(*corpus, o);
  model.run();
  const std::size_t dim = o.dim - kCaseDims;
  std::vector<float> rows((corpus->words.size() - 1) * dim);  // without the edge of a sentence
  for (std::size_t i = 1; i < corpus->words.size(); ++i) model.copy(i, dim, &rows[(i - 1) * dim]);
  even_out(rows, dim);
  std::map<std::uint64_t, std::size_t> order;
  for (std::size_t i = 1; i < corpus->words.size(); ++i) order[corpus->words[i].hash] = i;
  std::vector<std::uint64_t> words;
  std::vector<float> out;
  for (const auto& [hash, i] : order) {
    words.push_back(hash);
    out.insert(out.end(), rows.begin() + static_cast<std::ptrdiff_t>((i - 1) * dim), rows.begin() + static_cast<std::ptrdiff_t>(i * dim));
    const auto written = case_numbers(corpus->words[i], corpus->tokens.size());
    out.insert(out.end(), written.begin(), written.end());
  }
  ContainerWriter file;
  file.add("vectors.words", words);
  file.add("vectors.rows", out);
  return write_file(o.output, file.finish());
}

Result<Vectors> read_vectors(const std::string& path) {
  const auto container = Container::open(path);
  if (!container) return container.error();
  const auto words = container->get<std::uint64_t>("vectors.words");
  if (!words) return words.error();
  const auto rows = container->get<float>("vectors.rows");
  if (!rows) return rows.error();
  if (words->empty() || rows->size() % words->size() != 0) return container->broken("vectors.rows", "it is not as long as the words");
  return Vectors{{words->begin(), words->end()}, {rows->begin(), rows->end()}, static_cast<unsigned>(rows->size() / words->size())};
}

}  // namespace entente::language::train
