#include "extract/language/train/entities.hpp"

#include <algorithm>
#include <cstdio>

#include "extract/language/entities/entity_tagger.hpp"
#include "extract/language/features.hpp"
#include "extract/language/train/data.hpp"
#include "extract/language/train/name_crf.hpp"
#include "extract/language/train/word_clusters.hpp"

namespace entente::language::train {
namespace {

std::vector<std::string_view> views(const NamedSentence& s) { return {s.forms.begin(), s.forms.end()}; }

// "PATH" or "PATH:WEIGHT".
std::pair<std::string, float> path_and_weight(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return {text, 1.0F};
  return {text.substr(0, colon), std::strtof(text.c_str() + colon + 1, nullptr)};
}

// A copy in small or capital letters, so that names are known without theirs.
NamedSentence in_case(NamedSentence s, bool upper, float weight) {
  for (auto& f : s.forms) {
    if (!upper) {
      f = lower_form(f);
      continue;
    }
    for (auto& c : f) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  s.weight *= weight;
  return s;
}

struct Score {
  std::size_t right = 0, output = 0, gold = 0;
  void print(const char* name) const {
    const double p = output > 0 ? 100.0 * static_cast<double>(right) / static_cast<double>(output) : 0;
    const double r = gold > 0 ? 100.0 * static_cast<double>(right) / static_cast<double>(gold) : 0;
    std::fprintf(stderr, "  %-12s P %5.1f R %5.1f F1 %5.1f\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
  }
};

// Exact spans and types of PER, ORG and LOC, document by document.
void report(const EntityTagger& tagger, const Model& model, const std::vector<NamedSentence>& sentences) {
  Score all, by_type[3];
  for (std::size_t i = 0; i < sentences.size();) {
    std::vector<std::string_view> forms;
    std::vector<WordRange> ranges;
    std::vector<NamedSpan> gold;
    do {
      const auto first = static_cast<std::uint32_t>(forms.size());
      for (const auto f : views(sentences[i])) forms.push_back(f);
      for (const auto& n : sentences[i].names) gold.push_back({n.first + first, n.last + first, n.type});
      ranges.push_back({first, static_cast<std::uint32_t>(forms.size())});
    } while (++i < sentences.size() && !sentences[i].new_document);
    for (const auto& n : tagger.find(forms, model.annotate(forms, ranges), ranges)) {
      const bool right = std::any_of(gold.begin(), gold.end(), [&](const NamedSpan& g) {
        return g.first == n.first && g.last == n.last && g.type == n.type;
      });
      for (Score* s : {&all, &by_type[static_cast<std::size_t>(n.type)]}) {
        ++s->output;
        s->right += right ? 1 : 0;
      }
    }
    for (const auto& g : gold) {
      if (g.type == NameType::Other) continue;
      ++all.gold;
      ++by_type[static_cast<std::size_t>(g.type)].gold;
    }
  }
  all.print("all");
  for (std::size_t t = 0; t < 3; ++t) by_type[t].print(std::string(name_of(static_cast<NameType>(t))).c_str());
}

Result<std::vector<NamedSentence>> read_all(const EntityOptions& o) {
  std::vector<NamedSentence> out;
  const auto add = [&](const std::vector<NamedSentence>& sentences, float weight, bool capitals) {
    for (auto s : sentences) {
      s.weight = weight;
      out.push_back(s);
      if (s.names.empty()) continue;  // copies are there to teach names
      if (weight > 1 && o.small > 0) out.push_back(in_case(s, false, o.small / weight));
      if (capitals && o.large > 0) out.push_back(in_case(s, true, o.large / weight));
    }
  };
  for (const auto& text : o.columns) {
    const auto [path, weight] = path_and_weight(text);
    auto read = read_columns(path, true);
    if (!read) return read.error();
    add(*read, weight, false);
  }
  for (const auto& text : o.treebanks) {
    const auto [path, weight] = path_and_weight(text);
    auto read = read_gum(path);
    if (!read) return read.error();
    add(*read, weight, true);
  }
  if (!o.text_names.empty()) {
    const auto [path, weight] = path_and_weight(o.text_names);
    auto read = read_stand_off(o.text, path);
    if (!read) return read.error();
    add(*read, weight, false);
  }
  return out;
}

CrfExample example_of(const NamedSentence& s, const Model& model, const NameLists& lists, const WordClusters& clusters, NameCrf& crf) {
  const auto forms = views(s);
  const WordRange range{0, static_cast<std::uint32_t>(forms.size())};
  const auto words = model.annotate(forms, std::span(&range, 1));
  const EntityFeatures features(name_words(forms, words, 0), lists, clusters);
  CrfExample e;
  e.gold = classes_of(s.names, forms.size());
  e.weight = s.weight;
  e.begins.push_back(0);
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    features.at(i, hashes);
    for (const auto h : hashes) crf.prefetch(h);
    for (std::size_t k = 0; k < hashes.size(); ++k) {
      const auto row = crf.row(hashes[k]);
      const bool spelled = k >= EntityFeatures::kFirstSpelled && k < EntityFeatures::kLastSpelled;
      if (row != NameCrf::kNoRow) e.features.push_back(row | (spelled ? 0x80000000U : 0U));
    }
    e.begins.push_back(static_cast<std::uint32_t>(e.features.size()));
  }
  return e;
}

// What is known beside the sentences.
struct Known {
  std::map<std::uint64_t, std::uint64_t> names;
  std::map<std::uint64_t, WordCluster> clusters;
};

// The model file: lists and weights.
Result<std::string> model_bytes(const Known& known, const NameCrf* crf, std::size_t most) {
  ContainerWriter out;
  NameLists::write(known.names, out);
  WordClusters::write(known.clusters, out);
  if (crf != nullptr) crf->write(out, most);
  return out.finish();
}

}  // namespace

Result<Done> train_entities(const EntityOptions& o) {
  auto model = Model::load(o.tags);
  if (!model) return model.error();
  auto bits = read_lists(o.lexicon, o.names, o.collected);
  if (!bits) return bits.error();
  Known known{*std::move(bits), {}};
  if (!o.vectors.empty()) {
    auto vectors = read_vectors(o.vectors);
    if (!vectors) return vectors.error();
    known.clusters = cluster_words(*vectors, o.seed);
  }
  auto container = Container::from_bytes(*model_bytes(known, nullptr, 0), "lists");
  if (!container) return container.error();
  auto lists = NameLists::read(*container);
  if (!lists) return lists.error();
  auto clusters = WordClusters::read(*container);
  if (!clusters) return clusters.error();
  auto sentences = read_all(o);
  if (!sentences) return sentences.error();
  std::vector<std::vector<NamedSentence>> development;
  for (const auto& path : o.development) {
    const bool gum = path.size() > 7 && path.compare(path.size() - 7, 7, ".conllu") == 0;
    auto read = gum ? read_gum(path) : read_columns(path, false);
    if (!read) return read.error();
    development.push_back(*std::move(read));
  }
  NameCrf crf;
  std::vector<CrfExample> examples;
  for (const auto& s : *sentences) examples.push_back(example_of(s, *model, *lists, *clusters, crf));
  for (auto& e : examples) crf.prune(e);
  std::fprintf(stderr, "%zu sentences, %zu list entries\n", examples.size(), known.names.size());
  Random random(o.seed);
  NameCrf::Options learning;
  learning.rate = o.rate;
  learning.hide = o.hide;
  learning.drop = o.drop;
  std::vector<std::size_t> order(examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (unsigned bag = 1; bag <= o.bags; ++bag) {
    crf.forget();
    for (unsigned epoch = 1; epoch <= o.epochs; ++epoch) {
      shuffle(order, random);
      for (std::size_t i = 0; i < order.size(); ++i) {
        crf.learn(examples[order[i]], learning, random);
        const bool quarter = (i + 1) % (order.size() / 4 + 1) == 0 || i + 1 == order.size();
        if (quarter && epoch == o.epochs && (epoch > 1 || i > order.size() / 2)) crf.remember();
      }
    }
  }
  crf.average();
  auto bytes = model_bytes(known, &crf, o.most);
  auto made = Container::from_bytes(*bytes, "entities");
  if (!made) return made.error();
  auto tagger = EntityTagger::read(*std::move(made));
  if (!tagger) return tagger.error();
  std::fprintf(stderr, "%zu bytes\n", bytes->size());
  for (const auto& sentences_to_find : development) report(*tagger, *model, sentences_to_find);
  if (o.output.empty()) return Done{};
  return write_file(o.output, *bytes);
}

}  // namespace entente::language::train
