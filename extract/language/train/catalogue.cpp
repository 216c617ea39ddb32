#include "extract/language/train/catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "extract/language/annotation.hpp"
#include "extract/language/network_input.hpp"

namespace entente::language::train {
namespace {

std::vector<std::string> frequent(const std::map<std::string, int>& counts, int least) {
  std::vector<std::string> names;
  for (const auto& [name, count] : counts) {
    if (count >= least) names.push_back(name);
  }
  return names;
}

std::int32_t number_in(const std::vector<std::string>& names, const std::string& name) {
  const auto found = std::lower_bound(names.begin(), names.end(), name);
  return found != names.end() && *found == name ? static_cast<std::int32_t>(found - names.begin()) : -1;
}

}  // namespace

Catalogue Catalogue::of(const std::vector<ConlluSentence>& sentences, const Vectors& vectors) {
  std::map<std::string, int> xpos, feats, labels;
  std::map<std::uint64_t, std::uint32_t> words;
  for (const auto& s : sentences) {
    for (const auto& w : s.words) ++xpos[w.xpos], ++feats[w.feats], ++labels[w.deprel], ++words[word_hash(w.form)];
  }
  Catalogue c{frequent(xpos, 3), frequent(feats, 3), frequent(labels, 1), {}, {}};
  for (const auto& [hash, count] : words) {
    if (count < 2) continue;
    c.words.push_back(hash);
    c.counts.push_back(count);
  }
  c.add_words(vectors);
  return c;
}

void Catalogue::add_words(const Vectors& vectors) {
  const std::set<std::uint64_t> known(words.begin(), words.end());
  std::copy_if(vectors.words.begin(), vectors.words.end(), std::back_inserter(words), [&](std::uint64_t w) { return known.count(w) == 0; });
}

void Catalogue::write(ContainerWriter& out) const {
  out.add_bytes("net.xpos", pack_strings(xpos));
  out.add_bytes("net.feats", pack_strings(feats));
  out.add_bytes("net.labels", pack_strings(labels));
  out.add("net.words", words);
  out.add("net.counts", counts);
}

Result<Catalogue> Catalogue::read(const Container& container) {
  const auto xpos = read_strings(container, "net.xpos");
  const auto feats = read_strings(container, "net.feats");
  const auto labels = read_strings(container, "net.labels");
  const auto words = container.get<std::uint64_t>("net.words");
  const auto counts = container.get<std::uint32_t>("net.counts");
  if (!xpos) return xpos.error();
  if (!feats) return feats.error();
  if (!labels) return labels.error();
  if (!words) return words.error();
  if (!counts) return counts.error();
  return Catalogue{*xpos, *feats, *labels, {words->begin(), words->end()}, {counts->begin(), counts->end()}};
}

void Catalogue::size(NetworkShape& shape) const {
  shape.words = static_cast<std::uint32_t>(words.size() + kFirstWord);
  shape.learnt = static_cast<std::uint32_t>(counts.size() + kFirstWord);
  shape.xpos = static_cast<std::uint32_t>(xpos.size());
  shape.feats = static_cast<std::uint32_t>(feats.size());
  shape.labels = static_cast<std::uint32_t>(labels.size());
}

std::vector<Example> make_examples(const std::vector<ConlluSentence>& sentences, const Catalogue& catalogue, unsigned part_bits) {
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (std::size_t i = 0; i < catalogue.words.size(); ++i) numbers[catalogue.words[i]] = static_cast<std::uint32_t>(i + kFirstWord);
  std::vector<Example> examples;
  std::vector<std::uint32_t> parts;
  for (const auto& s : sentences) {
    Example e;
    e.part_begins.push_back(0);
    std::vector<std::string_view> forms(s.words.size());
    std::transform(s.words.begin(), s.words.end(), forms.begin(), [](const ConlluWord& w) { return std::string_view(w.form); });
    const auto style = style_of(forms);
    for (const auto& w : s.words) {
      const auto found = numbers.find(word_hash(w.form));
      e.words.push_back(found == numbers.end() ? kUnknownWord : found->second);
      word_parts(w.form, style, part_bits, parts);
      e.parts.insert(e.parts.end(), parts.begin(), parts.end());
      e.part_begins.push_back(static_cast<std::uint32_t>(e.parts.size()));
      const auto label = number_in(catalogue.labels, w.deprel);
      e.heads.push_back(label < 0 ? -1 : w.head + 1);
      e.targets[kHead].add_one(e.heads.back());
      e.targets[kLabel].add_one(label);
      const auto upos = upos_of(w.upos);
      e.targets[kUpos].add_one(upos ? static_cast<std::int32_t>(*upos) : -1);
      e.targets[kXpos].add_one(number_in(catalogue.xpos, w.xpos));
      e.targets[kFeats].add_one(number_in(catalogue.feats, w.feats));
    }
    examples.push_back(std::move(e));
  }
  return examples;
}

Batch make_batch(const std::vector<Example>& examples, const std::vector<std::size_t>& order, std::size_t first,
                 std::size_t last, const Catalogue& catalogue, Random* random) {
  Batch b;
  const auto close_item = [&] { b.part_begins.push_back(static_cast<std::uint32_t>(b.parts.size())); };
  b.part_begins.push_back(0);
  for (std::size_t k = first; k < last; ++k) {
    const auto& e = examples[order[k]];
    b.begins.push_back(static_cast<std::uint32_t>(b.words.size()));
    b.words.push_back(kRootWord);
    b.vectors.push_back(0);
    b.heads.push_back(-1);
    for (auto& targets : b.targets) targets.close();
    close_item();
    for (std::size_t i = 0; i < e.words.size(); ++i) {
      const bool known = e.words[i] >= kFirstWord;
      const bool learnt = known && e.words[i] - kFirstWord < catalogue.counts.size();
      const auto count = learnt ? static_cast<float>(catalogue.counts[e.words[i] - kFirstWord]) : 1.0F;
      const float rare = 0.25F / (0.25F + count);
      const bool hidden = random != nullptr && random->uniform() < rare;
      const bool text_only = !hidden && random != nullptr && known && random->uniform() < 0.05F + rare;
      b.words.push_back(hidden ? kUnknownWord : text_only || (known && !learnt) ? kTextWord : e.words[i]);
      b.vectors.push_back(hidden ? 0 : e.words[i]);
      const auto skip = hidden ? kFormPart + 1 : 0;
      b.parts.insert(b.parts.end(), e.parts.begin() + e.part_begins[i] + static_cast<std::ptrdiff_t>(skip), e.parts.begin() + e.part_begins[i + 1]);
      close_item();
    }
    b.heads.insert(b.heads.end(), e.heads.begin(), e.heads.end());
    for (std::size_t q = 0; q < kQuestions; ++q) b.targets[q].append(e.targets[q]);
  }
  b.begins.push_back(static_cast<std::uint32_t>(b.words.size()));
  return b;
}

}  // namespace entente::language::train
