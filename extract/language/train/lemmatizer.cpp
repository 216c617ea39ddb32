#include "extract/language/train/lemmatizer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "extract/language/lemmatizer.hpp"
#include "extract/language/train/data.hpp"
#include "extract/language/train/perceptron.hpp"

namespace entente::language::train {
namespace {

struct Example {
  std::string form;  // normalised
  std::string raw;
  std::uint64_t tag;
  std::string script;
  std::string upos, lemma;
  int count;
};

// Distinct (form, tag, script) with their counts; goeswith parts and the like, whose lemma is "_", are left out.
std::vector<Example> examples_of(const std::vector<ConlluSentence>& sentences) {
  std::map<std::array<std::string, 4>, int> counts;
  for (const auto& s : sentences) {
    for (const auto& w : s.words) {
      if (w.lemma == "_" && w.form != "_") continue;
      ++counts[{w.form, w.upos, w.xpos, w.lemma}];
    }
  }
  std::vector<Example> examples;
  for (const auto& [key, count] : counts) {
    const auto& [form, upos, xpos, lemma] = key;
    examples.push_back({normalize_form(form), form, tag_hash(upos, xpos), edit_script(form, lemma).text(), upos, lemma, count});
  }
  return examples;
}

struct Irregular {
  std::string_view lemma, past, participle;
};
constexpr Irregular kVerbs[] = {
#define ENTENTE_VERB(base, past, participle) {base, past, participle},
#include "extract/vocabulary/irregular.def"
#undef ENTENTE_VERB
};

// Forms of irregular verbs that the treebanks lack.
void add_irregular(std::vector<Example>& examples) {
  std::set<std::pair<std::string, std::uint64_t>> seen;
  for (const auto& e : examples) seen.insert({e.form, e.tag});
  const auto add = [&](const Irregular& verb, std::string_view forms, const char* xpos) {
    while (!forms.empty()) {
      const std::string form(forms.substr(0, forms.find('|')));
      forms.remove_prefix(std::min(form.size() + 1, forms.size()));
      const auto tag = tag_hash("VERB", xpos);
      if (seen.insert({form, tag}).second) {
        examples.push_back({form, form, tag, edit_script(form, verb.lemma).text(), "VERB", std::string(verb.lemma), 1});
      }
    }
  };
  for (const auto& verb : kVerbs) {
    add(verb, verb.past, "VBD");
    add(verb, verb.participle, "VBN");
  }
}

struct Spelling {
  const char *form, *upos, *lemma;
};
constexpr Spelling kSpellings[] = {
#define ENTENTE_SPELLING(form, upos, lemma) {form, upos, lemma},
#include "extract/language/train/spellings.def"
#undef ENTENTE_SPELLING
};

// Short and wrong spellings that the treebanks lack; known by form and UPOS.
void add_spellings(std::vector<Example>& examples) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& e : examples) seen.insert({lower_form(e.form), e.upos});
  for (const auto& s : kSpellings) {
    if (seen.count({s.form, s.upos}) > 0) continue;
    examples.push_back({s.form, s.form, tag_hash(s.upos, ""), edit_script(s.form, s.lemma).text(), s.upos, s.lemma, 1});
  }
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

std::uint64_t raw_key(const Example& e) { return lemma_key(e.raw, e.tag); }

constexpr const char* kCapital = "c0:";

// For every form (any case) and tag, and every form and UPOS, the script that is right most often.
std::map<std::uint64_t, std::uint32_t> lexicon_of(const std::vector<Example>& examples, const std::map<std::string, std::uint32_t>& ids) {
  std::map<std::uint64_t, std::vector<const Example*>> groups;
  for (const auto& e : examples) {
    groups[lemma_key(e.form, e.tag)].push_back(&e);
    groups[lemma_key(e.form, tag_hash(e.upos, ""))].push_back(&e);
    if (e.raw != e.form) groups[raw_key(e)].push_back(&e);
  }
  std::map<std::uint64_t, std::uint32_t> lexicon;
  for (const auto& [key, group] : groups) {
    std::vector<std::string> candidates;
    if (group[0]->upos == "PROPN") candidates.push_back(kCapital);  // as good for a name in small letters
    for (const auto* e : group) candidates.push_back(e->script);
    int most = -1;
    for (const auto& candidate : candidates) {
      const auto script = *EditScript::parse(candidate);
      int right = 0;
      for (const auto* e : group) right += script.apply(key == raw_key(*e) ? e->raw : e->form) == e->lemma ? e->count : 0;
      if (right > most && ids.count(candidate) > 0) most = right, lexicon[key] = ids.at(candidate);
    }
  }
  return lexicon;
}

// Lemmas seen at least twice with a UPOS, in the treebanks or as words that other text uses in their basic form.
void write_known(const std::vector<Example>& examples, const std::vector<BasicForm>& basic, ContainerWriter& out) {
  std::map<std::uint32_t, int> counts;
  for (const auto& e : examples) counts[known_key(e.lemma, e.upos)] += e.count;
  for (const auto& b : basic) ++counts[known_key(lower_form(b.form), b.upos)];
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

void train_lemmatizer(const std::vector<ConlluSentence>& sentences, const std::vector<BasicForm>& basic, unsigned epochs,
                      std::uint64_t seed, ContainerWriter& out) {
  auto examples = examples_of(sentences);
  add_irregular(examples);
  add_spellings(examples);
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
  write_known(examples, basic, out);
  model.write(out, "lemma", 2);
}

}  // namespace entente::language::train
