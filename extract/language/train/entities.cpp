#include "extract/language/train/entities.hpp"

#include <cstdio>

#include "extract/language/train/data.hpp"
#include "extract/language/train/perceptron.hpp"

namespace entente::language::train {
namespace {

struct Example {
  std::vector<std::vector<std::uint64_t>> features;  // of each word
  std::vector<std::uint8_t> gold;
};

std::vector<std::string_view> views(const NamedSentence& s) { return {s.forms.begin(), s.forms.end()}; }

class Trainer {
 public:
  Trainer() : perceptron_(kModelClasses) {}

  // Passes over the examples; each mistaken sequence moves the weights from the guess towards the gold.
  void pass(const std::vector<Example>& examples, const std::vector<std::size_t>& order) {
    for (const auto i : order) {
      const Example e = blinded(examples[i]);
      perceptron_.tick();
      const auto guess = decode(e);
      if (guess != e.gold) learn(e, guess);
    }
  }
  Perceptron& perceptron() { return perceptron_; }

 private:
  // Hides the spelling of some words, so that context and lists learn to carry unknown names.
  Example blinded(const Example& e) {
    constexpr std::size_t spelled[] = {0, 1, 14, 15};  // of EntityFeatures::at: form, lower form, its two pairs
    Example out = e;
    for (auto& features : out.features) {
      if (random_.uniform() >= 0.25F) continue;
      for (const auto f : spelled) features[f] = 0;
    }
    return out;
  }

  std::vector<std::uint8_t> decode(const Example& e) {
    std::vector<float> emission(e.gold.size() * kNameClasses), transition;
    for (std::size_t i = 0; i < e.gold.size(); ++i) {
      std::array<float, kModelClasses> scores{};
      perceptron_.score(e.features[i], scores.data());
      std::copy_n(scores.begin(), kNameClasses, emission.begin() + static_cast<std::ptrdiff_t>(i * kNameClasses));
    }
    for (std::size_t from = 0; from < kNameClasses; ++from) {
      std::array<float, kModelClasses> row{};
      perceptron_.score(std::array{transition_feature(from)}, row.data());
      transition.insert(transition.end(), row.begin(), row.begin() + kNameClasses);
    }
    return best_sequence(emission, transition);
  }

  void learn(const Example& e, const std::vector<std::uint8_t>& guess) {
    for (std::size_t i = 0; i < e.gold.size(); ++i) {
      if (e.gold[i] != guess[i]) perceptron_.update(e.features[i], e.gold[i], guess[i]);
      const std::size_t right = i > 0 ? e.gold[i - 1] : 0;
      const std::size_t wrong = i > 0 ? guess[i - 1] : 0;
      if (right == wrong && e.gold[i] == guess[i]) continue;
      perceptron_.update(std::array{transition_feature(right)}, e.gold[i], kNameClasses);
      perceptron_.update(std::array{transition_feature(wrong)}, kNameClasses, guess[i]);
    }
  }

  Perceptron perceptron_;
  Random random_{7};
};

struct Score {
  std::size_t right = 0, output = 0, gold = 0;
  void print(const char* name) const {
    const double p = output > 0 ? 100.0 * static_cast<double>(right) / static_cast<double>(output) : 0;
    const double r = gold > 0 ? 100.0 * static_cast<double>(right) / static_cast<double>(gold) : 0;
    std::fprintf(stderr, "  %-22s P %5.1f R %5.1f F1 %5.1f\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
  }
};

// Exact spans and types of PER, ORG and LOC; `whole`: with one decision per name and document.
void report(const EntityTagger& tagger, const Model& tags, const std::vector<NamedSentence>& sentences, bool whole) {
  Score all, by_type[3];
  for (std::size_t i = 0; i < sentences.size();) {
    std::vector<std::string_view> forms;
    std::vector<Upos> upos;
    std::vector<WordRange> ranges;
    std::vector<NamedSpan> gold;
    do {
      const auto first = static_cast<std::uint32_t>(forms.size());
      const auto own = views(sentences[i]);
      std::vector<Upos> some;
      tags.tag(own, some);
      forms.insert(forms.end(), own.begin(), own.end());
      upos.insert(upos.end(), some.begin(), some.end());
      for (const auto& n : sentences[i].names) gold.push_back({n.first + first, n.last + first, n.type});
      ranges.push_back({first, static_cast<std::uint32_t>(forms.size())});
      ++i;
    } while (whole && i < sentences.size() && !sentences[i].new_document);
    for (const auto& n : tagger.find(forms, upos, ranges)) {
      if (n.type == NameType::Other) continue;
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
  all.print(whole ? "by document" : "by sentence");
  for (std::size_t t = 0; t < 3; ++t) by_type[t].print(std::string(name_of(static_cast<NameType>(t))).c_str());
}

Result<std::string> write_model(Perceptron perceptron, const std::vector<NameLists::Slot>& lists, unsigned least) {
  perceptron.average();
  ContainerWriter out;
  perceptron.write(out, "entities", least);
  out.add("entities.lists", lists);
  return out.finish();
}

}  // namespace

Result<Done> train_entities(const EntityOptions& o) {
  auto tags = Model::load(o.tags);
  if (!tags) return tags.error();
  auto bits = read_lists(o.lexicon, o.names);
  if (!bits) return bits.error();
  const auto slots = NameLists::pack(*bits);
  ContainerWriter lists_only;
  lists_only.add("entities.lists", slots);
  auto container = Container::from_bytes(lists_only.finish(), "lists");
  if (!container) return container.error();
  auto lists = NameLists::read(*container);
  if (!lists) return lists.error();
  std::vector<NamedSentence> sentences, development;
  for (const auto& path : o.columns) {
    auto read = read_columns(path);
    if (!read) return read.error();
    sentences.insert(sentences.end(), read->begin(), read->end());
  }
  for (const auto& path : o.treebanks) {
    auto read = read_gum(path);
    if (!read) return read.error();
    sentences.insert(sentences.end(), read->begin(), read->end());
  }
  if (!o.development.empty()) {
    auto read = read_columns(o.development);
    if (!read) return read.error();
    development = *std::move(read);
  }
  std::vector<Example> examples;
  std::size_t words = 0;
  for (const auto& s : sentences) {
    const auto forms = views(s);
    std::vector<Upos> upos;
    tags->tag(forms, upos);
    const EntityFeatures features(forms, upos, *lists);
    Example e;
    e.gold = classes_of(s.names, s.forms.size());
    e.features.resize(forms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) features.at(i, e.features[i]);
    words += forms.size();
    examples.push_back(std::move(e));
  }
  std::fprintf(stderr, "%zu sentences, %zu words, %zu list entries\n", examples.size(), words, bits->size());
  Trainer trainer;
  Random random(o.seed);
  std::vector<std::size_t> order(examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (unsigned epoch = 1; epoch <= o.epochs; ++epoch) {
    shuffle(order, random);
    trainer.pass(examples, order);
    const bool last = epoch == o.epochs;
    if (development.empty() ? !last : (!last && epoch % 4 != 0)) continue;
    auto bytes = write_model(trainer.perceptron(), slots, o.least);
    if (!bytes) return bytes.error();
    auto model = Container::from_bytes(*bytes, "entities");
    if (!model) return model.error();
    auto tagger = EntityTagger::read(*std::move(model));
    if (!tagger) return tagger.error();
    std::fprintf(stderr, "epoch %u, %zu bytes\n", epoch, bytes->size());
    if (!development.empty()) {
      report(*tagger, *tags, development, false);
      report(*tagger, *tags, development, true);
    }
    if (last && !o.output.empty()) {
      if (auto done = write_file(o.output, *bytes); !done) return done.error();
    }
  }
  return Done{};
}

}  // namespace entente::language::train
