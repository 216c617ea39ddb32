#include "extract/language/train/opinions.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/file.hpp"
#include "extract/language/annotation.hpp"

namespace entente::language::train {
namespace {

constexpr float kSure = 0.8F;
constexpr float kShareOne = 255;  // 1.0 as a byte

Result<Done> same_names(const Container& file, const char* section, const std::vector<std::string>& names) {
  const auto theirs = read_strings(file, section);
  if (!theirs) return theirs.error();
  if (*theirs != names) return file.broken(section, "the names are not those of the network");
  return Done{};
}

}  // namespace

Result<Done> write_opinions(const std::string& path, const Opinions& opinions, const Catalogue& catalogue) {
  std::vector<std::string> forms;
  std::vector<std::uint32_t> ends;
  std::vector<std::int32_t> heads;
  std::vector<std::uint16_t> ids;
  std::vector<std::uint8_t> counts, shares;
  for (std::size_t s = 0; s < opinions.sentences.size(); ++s) {
    for (const auto& w : opinions.sentences[s].words) forms.push_back(w.form), heads.push_back(w.head);
    ends.push_back(static_cast<std::uint32_t>(forms.size()));
    for (const auto& targets : opinions.targets[s]) {
      for (std::size_t i = 0; i < targets.items(); ++i) {
        counts.push_back(static_cast<std::uint8_t>(targets.end(i) - targets.begin(i)));
        for (const auto* a = targets.begin(i); a != targets.end(i); ++a) {
          ids.push_back(a->id);
          shares.push_back(static_cast<std::uint8_t>(std::lround(a->share * kShareOne)));
        }
      }
    }
  }
  ContainerWriter out;
  out.add_bytes("net.xpos", pack_strings(catalogue.xpos));
  out.add_bytes("net.feats", pack_strings(catalogue.feats));
  out.add_bytes("net.labels", pack_strings(catalogue.labels));
  out.add_bytes("text.forms", pack_strings(forms));
  out.add("text.ends", ends);
  out.add("text.heads", heads);
  out.add("text.counts", counts);
  out.add("text.ids", ids);
  out.add("text.shares", shares);
  return write_file(path, out.finish());
}

Result<Opinions> read_opinions(const std::string& path, const Catalogue& catalogue) {
  const auto file = Container::open(path);
  if (!file) return file.error();
  for (const auto& [section, names] : {std::pair{"net.xpos", &catalogue.xpos}, {"net.feats", &catalogue.feats}, {"net.labels", &catalogue.labels}}) {
    if (auto same = same_names(*file, section, *names); !same) return same.error();
  }
  const auto forms = read_strings(*file, "text.forms");
  const auto ends = file->get<std::uint32_t>("text.ends");
  if (!forms) return forms.error();
  if (!ends) return ends.error();
  const auto heads = file->get<std::int32_t>("text.heads", forms->size());
  const auto counts = file->get<std::uint8_t>("text.counts", forms->size() * kQuestions);
  const auto ids = file->get<std::uint16_t>("text.ids");
  if (!heads) return heads.error();
  if (!counts) return counts.error();
  if (!ids) return ids.error();
  const auto shares = file->get<std::uint8_t>("text.shares", ids->size());
  if (!shares) return shares.error();
  Opinions out;
  std::size_t word = 0, count = 0, answer = 0;
  for (const auto end : *ends) {
    auto& sentence = out.sentences.emplace_back();
    auto& targets = out.targets.emplace_back();
    const auto size = end - word;
    for (; word < end; ++word) {
      auto& w = sentence.words.emplace_back();
      w.form = (*forms)[word];
      w.head = (*heads)[word];
    }
    for (auto& t : targets) {
      for (std::size_t i = 0; i < size; ++i) {
        float sum = 0;
        for (std::size_t k = 0; k < (*counts)[count]; ++k) sum += (*shares)[answer + k];
        for (std::size_t k = (*counts)[count++]; k > 0; --k, ++answer) {
          t.answers.push_back({(*ids)[answer], static_cast<float>((*shares)[answer]) / sum});
        }
        t.close();
      }
    }
  }
  return out;
}

Result<std::vector<Example>> opinion_examples(const std::vector<std::string>& paths, const Catalogue& catalogue, unsigned part_bits) {
  std::vector<Example> all;
  for (const auto& path : paths) {
    auto opinions = read_opinions(path, catalogue);
    if (!opinions) return opinions.error();
    auto examples = make_examples(opinions->sentences, catalogue, part_bits);
    for (std::size_t s = 0; s < examples.size(); ++s) {
      examples[s].targets = std::move(opinions->targets[s]);
      for (std::size_t i = 0; i < examples[s].heads.size(); ++i) examples[s].heads[i] = opinions->sentences[s].words[i].head + 1;
      all.push_back(std::move(examples[s]));
    }
  }
  return all;
}

std::vector<BasicForm> basic_forms(const Opinions& opinions, const Catalogue& catalogue) {
  const std::map<std::string_view, Upos> kinds = {{"NN", Upos::NOUN}, {"VB", Upos::VERB}, {"VBP", Upos::VERB}, {"JJ", Upos::ADJ}, {"RB", Upos::ADV}};
  std::vector<BasicForm> out;
  for (std::size_t s = 0; s < opinions.sentences.size(); ++s) {
    const auto& [heads, labels, upos, xpos, feats] = opinions.targets[s];
    for (std::size_t i = 0; i < opinions.sentences[s].words.size(); ++i) {
      const auto& form = opinions.sentences[s].words[i].form;
      const auto kind = kinds.find(catalogue.xpos[xpos.begin(i)->id]);
      if (kind == kinds.end() || upos.begin(i)->id != static_cast<std::size_t>(kind->second)) continue;
      const bool small = std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      if (small && xpos.begin(i)->share > kSure) out.push_back({form, std::string(upos_name(kind->second))});
    }
  }
  return out;
}

}  // namespace entente::language::train
