#include <nlohmann/json.hpp>

#include "cli/parse/parse.hpp"
#include "core/base/code_points.hpp"
#include "corpus/segment/segment.hpp"

namespace entente::cli {
namespace {

using nlohmann::ordered_json;

struct Parsed {
  const corpus::Document& document;
  corpus::Segmentation segmentation;
  std::vector<language::WordAnnotation> words;
  std::vector<std::string> names;  // IOB tag of each word, or nothing
};

// CoNLL-U holds every character of the text, so what stands between blocks (the marks of list items and headings)
// belongs to the block that follows.
corpus::Document with_every_character(const corpus::Document& document) {
  corpus::Document out;
  out.text = document.text;
  out.blocks = document.blocks;
  std::uint32_t end = 0;
  for (auto& block : out.blocks) {
    block.span.begin = end;
    end = block.span.end;
  }
  const auto size = static_cast<std::uint32_t>(out.text.size());
  if (out.blocks.empty()) out.blocks.push_back({{0, size}, corpus::BlockKind::Paragraph});
  out.blocks.back().span.end = size;
  return out;
}

std::string document_id(const corpus::Document& document) {
  return document.metadata.id ? *document.metadata.id : document.source;
}

// One line: white space of any kind is a blank.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

bool space_after(const Parsed& p, std::uint32_t token) {
  return token + 1 >= p.segmentation.tokens.size() || p.segmentation.tokens[token + 1].space_before;
}

std::string misc(const std::string& name, bool glued) {
  std::string out = name.empty() ? "" : "NE=" + name;
  if (glued) out += out.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  return out;
}

language::ConlluSentence conllu_sentence(const Parsed& p, const corpus::Sentence& s) {
  language::ConlluSentence out;
  const auto& tokens = p.segmentation.tokens;
  for (auto i = s.first; i < s.last; ++i) {
    const auto& w = p.words[i];
    const auto form = one_line(tokens[i].span.of(p.document.text));
    const bool in_range = tokens[i].joined || (i + 1 < s.last && tokens[i + 1].joined);
    out.words.push_back({form, w.lemma, std::string(language::upos_name(w.upos)), std::string(w.xpos),
                         std::string(w.feats), std::string(w.deprel), misc(p.names[i], !in_range && !space_after(p, i)),
                         w.head < 0 ? -1 : w.head - static_cast<std::int32_t>(s.first)});
    if (!in_range) continue;
    if (!tokens[i].joined) out.ranges.push_back({i - s.first, 0, "", ""});
    auto& range = out.ranges.back();
    range.last = i - s.first + 1;
    range.form += form;
    range.misc = space_after(p, i) ? "" : "SpaceAfter=No";
  }
  return out;
}

std::string conllu(const Parsed& p) {
  std::string out;
  std::size_t number = 0;
  const auto id = one_line(document_id(p.document));
  for (const auto& s : p.segmentation.sentences) {
    auto sentence = conllu_sentence(p, s);
    if (number == 0) sentence.comments.push_back("# newdoc id = " + id);
    sentence.comments.push_back("# sent_id = " + id + '-' + std::to_string(++number));
    sentence.comments.push_back("# text = " + one_line(s.span.of(p.document.text)));
    language::write_conllu(sentence, out);
  }
  return out;
}

std::string json_line(const Parsed& p) {
  const CodePointIndex index(p.document.text);
  ordered_json sentences = ordered_json::array();
  for (const auto& s : p.segmentation.sentences) {
    ordered_json words = ordered_json::array();
    for (auto i = s.first; i < s.last; ++i) {
      const auto& w = p.words[i];
      const auto span = p.segmentation.tokens[i].span;
      words.push_back({{"start", index.at(span.begin)}, {"end", index.at(span.end)},
                       {"form", span.of(p.document.text)}, {"lemma", w.lemma}, {"upos", language::upos_name(w.upos)},
                       {"xpos", w.xpos}, {"feats", w.feats},
                       {"head", w.head < 0 ? ordered_json(nullptr) : ordered_json(w.head - static_cast<std::int32_t>(s.first))},
                       {"deprel", w.deprel}});
      if (!p.names[i].empty()) words.back()["ne"] = p.names[i];
    }
    sentences.push_back({{"start", index.at(s.span.begin)}, {"end", index.at(s.span.end)}, {"words", std::move(words)}});
  }
  const ordered_json object = {{"schema", "entente-parse/1"},
                               {"document", {{"id", document_id(p.document)}, {"source", p.document.source}}},
                               {"sentences", std::move(sentences)}};
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string parse_document(const language::Model& model, const language::EntityTagger& names,
                           const corpus::Document& document, ParseFormat format) {
  Parsed parsed{document, corpus::segment(with_every_character(document)), {}, {}};
  parsed.words = model.annotate(document.text, parsed.segmentation);
  std::vector<std::string_view> forms;
  std::vector<language::WordRange> sentences;
  for (const auto& t : parsed.segmentation.tokens) forms.push_back(t.span.of(document.text));
  for (const auto& s : parsed.segmentation.sentences) sentences.push_back({s.first, s.last});
  parsed.names = language::iob_tags(names.find(forms, parsed.words, sentences), forms.size());
  return format == ParseFormat::Conllu ? conllu(parsed) : json_line(parsed);
}

}  // namespace entente::cli
