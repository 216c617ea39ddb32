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
  auto network = Network::read(container);
  if (!network) return network.error();
  Model model;
  model.container_ = std::move(container);
  model.tagger_ = *std::move(tagger);
  model.lemmatizer_ = *std::move(lemmatizer);
  model.network_ = *std::move(network);
  return model;
}

void Model::tag(std::span<const std::string_view> forms, std::vector<Upos>& tags) const {
  static thread_local std::vector<TagId> ids;
  tagger_.tag(forms, ids);
  tags.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) tags[i] = tagger_.tags()[ids[i]].upos;
}

namespace {

constexpr std::size_t kTogether = 256;  // words that the network reads in one go

// Part of a sentence, short enough for the network; `main` is the part that the sentence begins with.
struct Part {
  std::uint32_t first, last;
  std::uint32_t main;
};

// Cuts long sentences into equal parts.
std::vector<Part> parts_of(std::span<const WordRange> sentences) {
  std::vector<Part> parts;
  for (const auto& s : sentences) {
    const std::uint32_t words = s.last - s.first;
    const auto count = static_cast<std::uint32_t>((words + Network::kMostWords - 1) / Network::kMostWords);
    const auto main = static_cast<std::uint32_t>(parts.size());
    for (std::uint32_t k = 0; k < count; ++k) {
      const auto cut = [&](std::uint32_t i) { return s.first + static_cast<std::uint32_t>(std::uint64_t{words} * i / count); };
      parts.push_back({cut(k), cut(k + 1), main});
    }
  }
  return parts;
}

}  // namespace

void Model::describe(std::string_view form, const NetworkWord& word, WordAnnotation& out) const {
  out.upos = word.upos;
  out.xpos = network_.xpos()[word.xpos];
  out.feats = network_.feats()[word.feats];
  out.deprel = network_.labels()[word.label];
  out.lemma = lemma(form, word.upos, out.xpos);
}

std::string Model::lemma(std::string_view form, Upos upos, std::string_view xpos) const {
  return lemmatizer_.lemma(form, upos_name(upos), xpos);
}

std::vector<WordAnnotation> Model::annotate(std::span<const std::string_view> forms, std::span<const WordRange> sentences) const {
  std::vector<WordAnnotation> out(forms.size());
  const auto parts = parts_of(sentences);
  std::vector<std::uint32_t> roots(parts.size(), 0);
  std::vector<std::string_view> together;
  std::vector<std::uint32_t> ends;
  std::vector<NetworkWord> words;
  for (std::size_t next = 0; next < parts.size();) {
    const auto begin = next;
    together.clear();
    ends.clear();
    do {
      together.insert(together.end(), forms.begin() + parts[next].first, forms.begin() + parts[next].last);
      ends.push_back(static_cast<std::uint32_t>(together.size()));
      ++next;
    } while (next < parts.size() && together.size() + (parts[next].last - parts[next].first) <= kTogether);
    words.assign(together.size(), NetworkWord());
    network_.annotate(together, ends, words);
    std::size_t i = 0;
    for (auto p = begin; p < next; ++p) {
      for (auto at = parts[p].first; at < parts[p].last; ++at, ++i) {
        describe(forms[at], words[i], out[at]);
        if (words[i].head < 0) roots[p] = at;
        out[at].head = words[i].head < 0 ? -1 : words[i].head + static_cast<std::int32_t>(parts[p].first);
      }
      if (parts[p].main == p) continue;
      out[roots[p]].head = static_cast<std::int32_t>(roots[parts[p].main]);
      out[roots[p]].deprel = "parataxis";
    }
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
