#include "extract/language/train/lemmatizer.hpp"

#include <algorithm>
#include <map>

#include "extract/language/lemmatizer.hpp"
#include "extract/language/train/data.hpp"
#include "extract/language/train/perceptron.hpp"

namespace entente::language::train {
namespace {

struct Example {
  std::string form;
  std::uint64_t tag;
  std::string script;
  std::string upos, lemma;
  int count;
};

// Distinct (form, tag, script) with their counts; goeswith parts and the like, whose lemma is "_", are left out.
std::vector<Example> examples_of(const std::vector<ConlluSentence>& sentences) {
  std::map<std::tuple<std::string, std::uint64_t, std::string, std::string, std::string>, int> counts;
  for (const auto& s : sentences) {
    for (const auto& w : s.words) {
      if (w.lemma == "_" && w.form != "_") continue;
      ++counts[{normalize_form(w.form), tag_hash(w.upos, w.xpos), edit_script(w.form, w.lemma).text(), w.upos, w.lemma}];
    }
  }
  std::vector<Example> examples;
  for (const auto& [key, count] : counts) {
    examples.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key), std::get<4>(key), count});
  }
  return examples;
}

// Scripts the classifier may choose come first: general ones, seen with several forms.
std::vector<std::string> script_names(const std::vector<Example>& examples, std::size_t& general) {
  std::map<std::string, int> forms;
  for (const auto& e : examples) ++forms[e.script];
  std::vector<std::string> names;
  for (const auto& [script, count] : forms) {
    if (script[0] != '=' && count >= 3 && names.size() < 256) names.push_back(script);
  }
  general = names.size();
  for (const auto& [script, count] : forms) {
    if (script[0] == '=' || count < 3) names.push_back(script);
  }
  return names;
}

// For every form (any case) and tag, and every form and UPOS, the script that is right most often.
std::map<std::uint64_t, std::uint32_t> lexicon_of(const std::vector<Example>& examples, const std::map<std::string, std::uint32_t>& ids) {
  std::map<std::uint64_t, std::vector<const Example*>> groups;
  for (const auto& e : examples) {
    groups[lemma_key(e.form, e.tag)].push_back(&e);
    groups[lemma_key(e.form, tag_hash(e.upos, ""))].push_back(&e);
  }
  std::map<std::uint64_t, std::uint32_t> lexicon;
  for (const auto& [key, group] : groups) {
    int most = -1;
    for (const auto* candidate : group) {
      const auto script = *EditScript::parse(candidate->script);
      int right = 0;
      for (const auto* e : group) right += script.apply(e->form) == e->lemma ? e->count : 0;
      if (right > most) most = right, lexicon[key] = ids.at(candidate->script);
    }
  }
  return lexicon;
}

// Lemmas seen at least twice with a UPOS.
void write_known(const std::vector<Example>& examples, ContainerWriter& out) {
  std::map<std::uint32_t, int> counts;
  for (const auto& e : examples) counts[known_key(e.lemma, e.upos)] += e.count;
  std::vector<std::uint32_t> keys;
  for (const auto& [key, count] : counts) {
    if (count >= 2) keys.push_back(key);
  }
  out.add("lemma.known", keys);
}

void write_lexicon(const std::map<std::uint64_t, std::uint32_t>& lexicon, ContainerWriter& out) {
  std::size_t size = 16;
  while (size < lexicon.size() * 3 / 2) size *= 2;
  std::vector<Lemmatizer::Slot> table(size, {0, 0});
  for (const auto& [hash, script] : lexicon) {
    auto i = hash & (size - 1);
    while (table[i].key != 0) i = (i + 1) & (size - 1);
    table[i] = {LinearModel::key_of(hash), script};
  }
  out.add("lemma.lexicon", table);
}

}  // namespace

void train_lemmatizer(const std::vector<ConlluSentence>& sentences, unsigned epochs, std::uint64_t seed, ContainerWriter& out) {
  auto examples = examples_of(sentences);
  std::size_t general = 0;
  const auto names = script_names(examples, general);
  std::map<std::string, std::uint32_t> ids;
  for (std::uint32_t i = 0; i < names.size(); ++i) ids[names[i]] = i;
  const auto lexicon = lexicon_of(examples, ids);
  Perceptron model(general);
  Random random(seed);
  std::vector<std::uint64_t> features;
  std::vector<float> scores(general);
  for (unsigned epoch = 0; epoch < epochs; ++epoch) {
    shuffle(examples, random);
    for (const auto& e : examples) {
      const auto gold = ids.at(e.script);
      if (gold >= general || lexicon.at(lemma_key(e.form, e.tag)) != gold) continue;
      lemma_features(e.form, e.tag, features);
      std::fill(scores.begin(), scores.end(), 0.0F);
      model.score(features, scores.data());
      const auto guess = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
      if (guess != gold) model.update(features, gold, guess);
      model.tick();
    }
  }
  model.average();
  out.add_bytes("lemma.scripts", pack_strings(names));
  write_lexicon(lexicon, out);
  write_known(examples, out);
  model.write(out, "lemma", 2);
}

}  // namespace entente::language::train
