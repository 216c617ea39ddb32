#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/parse/parse.hpp"
#include "core/base/code_points.hpp"
#include "corpus/segment/segment.hpp"

namespace entente::cli {
namespace {

using nlohmann::ordered_json;

using Parsed = ParsedDocument;

constexpr std::size_t kPiece = 65536;  // bytes of output handed on at a time

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

// IOB tag of each of the sentence's words, or nothing.
std::vector<std::string> iob_tags_of(const Parsed& p, const corpus::Sentence& s) {
  const auto first = std::lower_bound(p.names.begin(), p.names.end(), s.first, [](const language::NamedSpan& n, std::uint32_t at) { return n.first < at; });
  std::vector<language::NamedSpan> inside;
  for (auto n = first; n != p.names.end() && n->first < s.last; ++n) {
    inside.push_back(*n);
    inside.back().first -= s.first;
    inside.back().last -= s.first;
  }
  return language::iob_tags(inside, s.last - s.first);
}

std::string misc(const std::string& name, bool glued) {
  std::string out = name.empty() ? "" : "NE=" + name;
  if (glued) out += out.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  return out;
}

language::ConlluSentence conllu_sentence(const Parsed& p, const corpus::Sentence& s, const std::vector<std::string>& iob) {
  language::ConlluSentence out;
  const auto& tokens = p.segmentation.tokens;
  for (auto i = s.first; i < s.last; ++i) {
    const auto& w = p.words[i];
    const auto form = one_line(tokens[i].span.of(p.document.text));
    const bool in_range = tokens[i].joined || (i + 1 < s.last && tokens[i + 1].joined);
    out.words.push_back({form, w.lemma, std::string(language::upos_name(w.upos)), std::string(w.xpos),
                         std::string(w.feats), std::string(w.deprel), misc(iob[i - s.first], !in_range && !space_after(p, i)),
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

void add_conllu(const Parsed& p, std::size_t number, const std::string& id, std::string& out) {
  const auto& s = p.segmentation.sentences[number];
  auto sentence = conllu_sentence(p, s, iob_tags_of(p, s));
  if (number == 0) sentence.comments.push_back("# newdoc id = " + id);
  sentence.comments.push_back("# sent_id = " + id + '-' + std::to_string(number + 1));
  sentence.comments.push_back("# text = " + one_line(s.span.of(p.document.text)));
  language::write_conllu(sentence, out);
}

std::string dumped(const ordered_json& value) { return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace); }

void add_json(const Parsed& p, std::size_t number, const CodePointIndex& index, std::string& out) {
  const auto& s = p.segmentation.sentences[number];
  const auto iob = iob_tags_of(p, s);
  ordered_json words = ordered_json::array();
  for (auto i = s.first; i < s.last; ++i) {
    const auto& w = p.words[i];
    const auto span = p.segmentation.tokens[i].span;
    words.push_back({{"start", index.at(span.begin)}, {"end", index.at(span.end)},
                     {"form", span.of(p.document.text)}, {"lemma", w.lemma}, {"upos", language::upos_name(w.upos)},
                     {"xpos", w.xpos}, {"feats", w.feats},
                     {"head", w.head < 0 ? ordered_json(nullptr) : ordered_json(w.head - static_cast<std::int32_t>(s.first))},
                     {"deprel", w.deprel}});
    if (!iob[i - s.first].empty()) words.back()["ne"] = iob[i - s.first];
  }
  if (number > 0) out += ',';
  out += dumped({{"start", index.at(s.span.begin)}, {"end", index.at(s.span.end)}, {"words", std::move(words)}});
}

// Begin and end of a document's one JSON object, around its sentences.
std::string json_begin(const Parsed& p) {
  auto begin = dumped({{"schema", "entente-parse/1"}, {"document", {{"id", document_id(p.document)}, {"source", p.document.source}}}});
  begin.back() = ',';
  return begin + "\"sentences\":[";
}

}  // namespace

ParsedDocument::ParsedDocument(const language::Model& model, const language::EntityTagger& tagger, corpus::Document read)
    : document(std::move(read)), segmentation(corpus::segment(with_every_character(document))),
      words(model.annotate(document.text, segmentation)) {
  std::vector<std::string_view> forms;
  std::vector<language::WordRange> sentences;
  for (const auto& t : segmentation.tokens) forms.push_back(t.span.of(document.text));
  for (const auto& s : segmentation.sentences) sentences.push_back({s.first, s.last});
  names = tagger.find(forms, words, sentences);
}

void ParsedDocument::print(ParseFormat format, const std::function<void(const std::string&)>& use) const {
  const auto id = one_line(document_id(document));
  const auto index = format == ParseFormat::JsonLines ? std::make_optional<CodePointIndex>(document.text) : std::nullopt;
  std::string out = index ? json_begin(*this) : "";
  for (std::size_t number = 0; number < segmentation.sentences.size(); ++number) {
    if (index) add_json(*this, number, *index, out);
    if (!index) add_conllu(*this, number, id, out);
    if (out.size() < kPiece) continue;
    use(out);
    out.clear();
  }
  if (index) out += "]}\n";
  use(out);
}

}  // namespace entente::cli
