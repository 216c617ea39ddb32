#include "extract/language/train/tagger.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "extract/language/tagger.hpp"
#include "extract/language/train/data.hpp"
#include "extract/language/train/perceptron.hpp"

namespace entente::language::train {
namespace {

struct Example {
  std::vector<WordFeatures> words;
  std::vector<TagId> tags;
};

std::vector<std::string> tag_names(const std::vector<ConlluSentence>& sentences) {
  std::map<std::string, int> counts;
  for (const auto& s : sentences) {
    for (const auto& w : s.words) ++counts[w.upos + ' ' + w.xpos];
  }
  std::vector<std::string> names;
  for (const auto& [name, count] : counts) {
    if (count > 1) names.push_back(name);
  }
  return names;
}

std::vector<Example> examples_of(const std::vector<ConlluSentence>& sentences, const std::vector<std::string>& names) {
  std::vector<Example> examples;
  for (const auto& s : sentences) {
    Example example;
    for (const auto& w : s.words) {
      const auto name = w.upos + ' ' + w.xpos;
      const auto found = std::lower_bound(names.begin(), names.end(), name);
      if (found == names.end() || *found != name) break;
      example.words.push_back(word_features(w.form));
      example.tags.push_back(static_cast<TagId>(found - names.begin()));
    }
    if (example.words.size() == s.words.size()) examples.push_back(std::move(example));
  }
  return examples;
}

// Forms seen at least 40 times, and never with another tag.
std::map<std::uint64_t, TagId> fixed_words(const std::vector<Example>& examples) {
  std::map<std::uint64_t, std::map<TagId, int>> seen;
  for (const auto& e : examples) {
    for (std::size_t i = 0; i < e.words.size(); ++i) ++seen[e.words[i].form][e.tags[i]];
  }
  std::map<std::uint64_t, TagId> fixed;
  for (const auto& [form, tags] : seen) {
    if (tags.size() == 1 && tags.begin()->second >= 40) fixed[form] = tags.begin()->first;
  }
  return fixed;
}

void write_fixed(const std::map<std::uint64_t, TagId>& fixed, ContainerWriter& out) {
  std::size_t size = 16;
  while (size < fixed.size() * 2) size *= 2;
  std::vector<Tagger::Fixed> table(size, {0, 0});
  for (const auto& [form, tag] : fixed) {
    auto i = form & (size - 1);
    while (table[i].key != 0) i = (i + 1) & (size - 1);
    table[i] = {LinearModel::key_of(form), tag};
  }
  out.add("tagger.fixed", table);
}

void learn(const Example& e, const std::map<std::uint64_t, TagId>& fixed, std::size_t classes, Perceptron& model) {
  std::array<std::uint64_t, kTagFeatures> features;
  std::vector<float> scores(classes);
  std::vector<TagId> tags(e.words.size());
  for (std::size_t i = 0; i < e.words.size(); ++i) {
    if (const auto known = fixed.find(e.words[i].form); known != fixed.end()) {
      tags[i] = known->second;
      continue;
    }
    tag_features(e.words, i, i > 0 ? tags[i - 1] : TagId{255}, i > 1 ? tags[i - 2] : TagId{255}, features);
    std::fill(scores.begin(), scores.end(), 0.0F);
    model.score(features, scores.data());
    tags[i] = static_cast<TagId>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    if (tags[i] != e.tags[i]) model.update(features, e.tags[i], tags[i]);
    model.tick();
  }
}

}  // namespace

void train_tagger(const std::vector<ConlluSentence>& sentences, unsigned epochs, std::uint64_t seed, ContainerWriter& out) {
  const auto names = tag_names(sentences);
  auto examples = examples_of(sentences, names);
  const auto fixed = fixed_words(examples);
  Perceptron model(names.size());
  Random random(seed);
  for (unsigned epoch = 0; epoch < epochs; ++epoch) {
    shuffle(examples, random);
    for (const auto& e : examples) learn(e, fixed, names.size(), model);
  }
  model.average();
  out.add_bytes("tagger.tags", pack_strings(names));
  write_fixed(fixed, out);
  model.write(out, "tagger", 3);
}

}  // namespace entente::language::train
