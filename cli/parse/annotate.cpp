#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/parse/parse.hpp"

namespace entente::cli {

namespace {

void add_names(std::span<const language::NamedSpan> found, std::vector<language::ConlluSentence>& sentences, std::size_t words) {
  const auto iob = language::iob_tags(found, words);
  std::size_t at = 0;
  for (auto& s : sentences) {
    for (auto& w : s.words) {
      const auto& tag = iob[at++];
      if (!tag.empty()) w.misc = "NE=" + tag + (w.misc.empty() || w.misc == "_" ? "" : "|" + w.misc);
    }
  }
}

// The sentences of each document: [first, last) of those given.
std::vector<std::pair<std::size_t, std::size_t>> documents_of(const std::vector<language::ConlluSentence>& sentences) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (out.empty() || begins_document(sentences[i])) out.emplace_back(i, i);
    out.back().second = i + 1;
  }
  return out;
}

std::vector<language::NamedSpan> find_names(const language::EntityTagger& names, std::span<const std::string_view> forms,
                                            std::span<const language::WordAnnotation> words, std::span<const language::WordRange> ranges,
                                            const std::vector<language::ConlluSentence>& sentences) {
  std::vector<language::NamedSpan> all;
  for (const auto& [first, last] : documents_of(sentences)) {
    const auto found = names.find(forms, words, ranges.subspan(first, last - first));
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

}  // namespace

bool begins_document(const language::ConlluSentence& sentence) {
  return std::any_of(sentence.comments.begin(), sentence.comments.end(), [](const std::string& c) { return c.rfind("# newdoc", 0) == 0; });
}

void annotate(const language::Model& model, const language::EntityTagger& names,
              std::vector<language::ConlluSentence>& sentences) {
  std::vector<std::string_view> forms;
  std::vector<language::WordRange> ranges;
  for (const auto& s : sentences) {
    const auto first = static_cast<std::uint32_t>(forms.size());
    for (const auto& w : s.words) forms.push_back(w.form);
    ranges.push_back({first, static_cast<std::uint32_t>(forms.size())});
  }
  const auto words = model.annotate(forms, ranges);
  std::size_t at = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (auto& w : sentences[i].words) {
      const auto& a = words[at++];
      w.lemma = a.lemma;
      w.upos = language::upos_name(a.upos);
      w.xpos = a.xpos;
      w.feats = a.feats;
      w.deprel = a.deprel;
      w.head = a.head < 0 ? -1 : a.head - static_cast<std::int32_t>(ranges[i].first);
    }
  }
  add_names(find_names(names, forms, words, ranges, sentences), sentences, forms.size());
}

std::string sentence_json(const language::ConlluSentence& sentence) {
  nlohmann::ordered_json words = nlohmann::ordered_json::array();
  for (const auto& w : sentence.words) {
    words.push_back({{"form", w.form}, {"lemma", w.lemma}, {"upos", w.upos}, {"xpos", w.xpos}, {"feats", w.feats},
                     {"head", w.head < 0 ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(w.head)},
                     {"deprel", w.deprel}});
    if (w.misc.rfind("NE=", 0) == 0) words.back()["ne"] = w.misc.substr(3, w.misc.find('|') - 3);
  }
  const nlohmann::ordered_json object = {{"schema", "entente-parse/1"}, {"words", std::move(words)}};
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace entente::cli
