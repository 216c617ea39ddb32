#include "extract/language/model.hpp"

namespace entente::language {

Result<Model> Model::load(const std::filesystem::path& path) {
  auto container = Container::open(path);
  if (!container) return container.error();
  return read(*std::move(container));
}

Result<Model> Model::read(Container container) {
  auto tagger = Tagger::read(container);
  if (!tagger) return tagger.error();
  auto lemmatizer = Lemmatizer::read(container);
  if (!lemmatizer) return lemmatizer.error();
  auto parser = GreedyParser::read(container);
  if (!parser) return parser.error();
  auto feats = read_strings(container, "tagger.feats");
  if (!feats) return feats.error();
  if (feats->size() != tagger->tags().size()) return container.broken("tagger.feats", "their number is not that of the tags");
  Model model;
  model.container_ = std::move(container);
  model.tagger_ = *std::move(tagger);
  model.lemmatizer_ = *std::move(lemmatizer);
  model.parser_ = *std::move(parser);
  model.feats_ = *std::move(feats);
  return model;
}

void Model::tag(std::span<const std::string_view> forms, std::vector<Upos>& tags) const {
  std::vector<WordFeatures> words;
  words.reserve(forms.size());
  for (const auto form : forms) words.push_back(word_features(form));
  std::vector<TagId> ids;
  tagger_.tag(words, ids);
  tags.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) tags[i] = tagger_.tags()[ids[i]].upos;
}

void Model::annotate_sentence(std::span<const std::string_view> forms, std::uint32_t first, WordAnnotation* out) const {
  std::vector<WordFeatures> words;
  words.reserve(forms.size());
  for (const auto form : forms) words.push_back(word_features(form));
  std::vector<TagId> ids;
  tagger_.tag(words, ids);
  std::vector<Arc> arcs;
  parser_.parse(words, ids, arcs);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto& tag = tagger_.tags()[ids[i]];
    out[i].upos = tag.upos;
    out[i].xpos = tag.xpos;
    out[i].feats = feats_[ids[i]];
    out[i].lemma = lemmatizer_.lemma(forms[i], upos_name(tag.upos), tag.xpos);
    out[i].head = arcs[i].head < 0 ? -1 : arcs[i].head + static_cast<std::int32_t>(first);
    out[i].deprel = parser_.labels()[arcs[i].label];
  }
}

std::vector<WordAnnotation> Model::annotate(std::span<const std::string_view> forms, std::span<const WordRange> sentences) const {
  std::vector<WordAnnotation> out(forms.size());
  for (const auto& s : sentences) {
    annotate_sentence(forms.subspan(s.first, s.last - s.first), s.first, out.data() + s.first);
  }
  return out;
}

std::vector<WordAnnotation> Model::annotate(std::string_view text, const corpus::Segmentation& segmentation) const {
  std::vector<std::string_view> forms;
  forms.reserve(segmentation.tokens.size());
  for (const auto& token : segmentation.tokens) forms.push_back(token.span.of(text));
  std::vector<WordRange> sentences;
  for (const auto& s : segmentation.sentences) sentences.push_back({s.first, s.last});
  return annotate(forms, sentences);
}

}  // namespace entente::language
