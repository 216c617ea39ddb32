#include <nlohmann/json.hpp>

#include "cli/parse/parse.hpp"

namespace entente::cli {

namespace {

void add_names(const language::EntityTagger& names, std::span<const std::string_view> forms,
               std::span<const language::WordAnnotation> words, language::ConlluSentence& sentence) {
  std::vector<language::Upos> tags;
  for (const auto& w : words) tags.push_back(w.upos);
  std::vector<language::NamedSpan> found;
  names.find(forms, tags, found);
  const auto iob = language::iob_tags(found, forms.size());
  for (std::size_t i = 0; i < iob.size(); ++i) {
    auto& misc = sentence.words[i].misc;
    if (iob[i].empty()) continue;
    misc = "NE=" + iob[i] + (misc.empty() || misc == "_" ? "" : "|" + misc);
  }
}

}  // namespace

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
    const auto size = ranges[i].last - ranges[i].first;
    add_names(names, std::span(forms).subspan(ranges[i].first, size), std::span(words).subspan(ranges[i].first, size), sentences[i]);
  }
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
