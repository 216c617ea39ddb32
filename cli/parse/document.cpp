#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/parse/parse.hpp"
#include "core/base/code_points.hpp"
#include "corpus/segment/segmenter.hpp"
#include "extract/language/entities/name_search.hpp"

namespace entente::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kOutput = 65536;  // bytes of output handed on at a time
constexpr std::size_t kPrinted = 4096;  // words of a packed document that are unpacked at a time

// CoNLL-U holds every character of the text, so what stands between blocks (the marks of list items and headings)
// belongs to the block that follows.
void take_every_character(corpus::Document& document) {
  std::uint32_t end = 0;
  for (auto& block : document.blocks) {
    block.span.begin = end;
    end = block.span.end;
  }
  const auto size = static_cast<std::uint32_t>(document.text.size());
  if (document.blocks.empty()) document.blocks.push_back({{0, size}, corpus::BlockKind::Paragraph});
  document.blocks.back().span.end = size;
}

// Sentences on their way to the output, and where they stand in the document.
struct Printed {
  const corpus::Document& document;
  const language::AnnotatedSentences& sentences;
  std::span<const language::NamedSpan> names;  // of the whole document
  std::uint32_t first_word, first_sentence;

  const std::vector<corpus::Token>& tokens() const { return sentences.segmentation.tokens; }
  std::string_view text() const { return document.text; }
};

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

bool space_after(const Printed& p, std::uint32_t token) {
  return token + 1 < p.tokens().size() ? p.tokens()[token + 1].space_before : p.sentences.space_behind;
}

// IOB tag of each of the sentence's words, or nothing.
std::vector<std::string> iob_tags_of(const Printed& p, const corpus::Sentence& s) {
  const auto begin = p.first_word + s.first, end = p.first_word + s.last;
  const auto first = std::lower_bound(p.names.begin(), p.names.end(), begin, [](const language::NamedSpan& n, std::uint32_t at) { return n.first < at; });
  std::vector<language::NamedSpan> inside;
  for (auto n = first; n != p.names.end() && n->first < end; ++n) inside.push_back({n->first - begin, n->last - begin, n->type});
  return language::iob_tags(inside, end - begin);
}

std::string misc(const std::string& name, bool glued) {
  std::string out = name.empty() ? "" : "NE=" + name;
  if (glued) out += out.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  return out;
}

language::ConlluSentence conllu_sentence(const Printed& p, const corpus::Sentence& s, const std::vector<std::string>& iob) {
  language::ConlluSentence out;
  const auto& tokens = p.tokens();
  for (auto i = s.first; i < s.last; ++i) {
    const auto& w = p.sentences.words[i];
    const auto form = one_line(tokens[i].span.of(p.text()));
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

void add_conllu(const Printed& p, const corpus::Sentence& s, std::size_t number, const std::string& id, std::string& out) {
  auto sentence = conllu_sentence(p, s, iob_tags_of(p, s));
  if (number == 0) sentence.comments.push_back("# newdoc id = " + id);
  sentence.comments.push_back("# sent_id = " + id + '-' + std::to_string(number + 1));
  sentence.comments.push_back("# text = " + one_line(s.span.of(p.text())));
  language::write_conllu(sentence, out);
}

std::string dumped(const ordered_json& value) { return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace); }

void add_json(const Printed& p, const corpus::Sentence& s, std::size_t number, const CodePointIndex& index, std::string& out) {
  const auto iob = iob_tags_of(p, s);
  ordered_json words = ordered_json::array();
  for (auto i = s.first; i < s.last; ++i) {
    const auto& w = p.sentences.words[i];
    const auto span = p.tokens()[i].span;
    words.push_back({{"start", index.at(span.begin)}, {"end", index.at(span.end)},
                     {"form", span.of(p.text())}, {"lemma", w.lemma}, {"upos", language::upos_name(w.upos)},
                     {"xpos", w.xpos}, {"feats", w.feats},
                     {"head", w.head < 0 ? ordered_json(nullptr) : ordered_json(w.head - static_cast<std::int32_t>(s.first))},
                     {"deprel", w.deprel}});
    if (!iob[i - s.first].empty()) words.back()["ne"] = iob[i - s.first];
  }
  if (number > 0) out += ',';
  out += dumped({{"start", index.at(s.span.begin)}, {"end", index.at(s.span.end)}, {"words", std::move(words)}});
}

// Begin and end of a document's one JSON object, around its sentences.
std::string json_begin(const corpus::Document& document) {
  auto begin = dumped({{"schema", "entente-parse/1"}, {"document", {{"id", document_id(document)}, {"source", document.source}}}});
  begin.back() = ',';
  return begin + "\"sentences\":[";
}

std::vector<std::string_view> forms_of(const language::AnnotatedSentences& s, std::string_view text) {
  std::vector<std::string_view> forms;
  forms.reserve(s.words.size());
  for (const auto& t : s.segmentation.tokens) forms.push_back(t.span.of(text));
  return forms;
}

std::vector<language::WordRange> ranges_of(const language::AnnotatedSentences& s) {
  std::vector<language::WordRange> ranges;
  for (const auto& sentence : s.segmentation.sentences) ranges.push_back({sentence.first, sentence.last});
  return ranges;
}

}  // namespace

ParsedDocument::ParsedDocument(const language::Model& model, const language::EntityTagger& tagger, corpus::Document read, std::size_t piece)
    : document_(std::move(read)), packed_(document_.text, model) {
  take_every_character(document_);
  annotate(model, tagger, piece);
}

// Annotates all sentences; a long document is gone through again for its names, when all of it has been seen.
void ParsedDocument::annotate(const language::Model& model, const language::EntityTagger& tagger, std::size_t piece) {
  corpus::Segmenter segmenter(document_.text, document_.blocks);
  language::NameSearch search(tagger);
  do {
    language::AnnotatedSentences next{segmenter.next(piece), {}};
    next.words = model.annotate(document_.text, next.segmentation);
    const auto forms = forms_of(next, document_.text);
    const auto ranges = ranges_of(next);
    auto scores = search.see({forms, next.words, ranges});
    if (segmenter.done() && packed_.size() == 0) {
      const language::ArrayWords words(forms, next.words);
      search.decide({forms, next.words, ranges}, scores, words);
      names_ = search.finish(words);
      whole_ = std::move(next);
      return;
    }
    packed_.add(next);
  } while (!segmenter.done());
  for (std::uint32_t first = 0; first < packed_.sentences();) {
    const auto next = packed_.unpack(first, piece);
    const auto forms = forms_of(next, document_.text);
    const auto ranges = ranges_of(next);
    auto scores = search.see_again({forms, next.words, ranges});
    search.decide({forms, next.words, ranges}, scores, packed_);
    first += static_cast<std::uint32_t>(ranges.size());
  }
  names_ = search.finish(packed_);
}

void ParsedDocument::print(ParseFormat format, const std::function<void(const std::string&)>& use) const {
  const auto id = one_line(document_id(document_));
  const auto index = format == ParseFormat::JsonLines ? std::make_optional<CodePointIndex>(document_.text) : std::nullopt;
  std::string out = index ? json_begin(document_) : "";
  const auto add = [&](const Printed& p) {
    std::size_t number = p.first_sentence;
    for (const auto& s : p.sentences.segmentation.sentences) {
      if (index) add_json(p, s, number, *index, out);
      if (!index) add_conllu(p, s, number, id, out);
      ++number;
      if (out.size() < kOutput) continue;
      use(out);
      out.clear();
    }
  };
  if (whole_) add({document_, *whole_, names_, 0, 0});
  for (std::uint32_t sentence = 0, word = 0; sentence < packed_.sentences();) {
    const auto next = packed_.unpack(sentence, kPrinted);
    add({document_, next, names_, word, sentence});
    sentence += static_cast<std::uint32_t>(next.segmentation.sentences.size());
    word += static_cast<std::uint32_t>(next.words.size());
  }
  if (index) out += "]}\n";
  use(out);
}

}  // namespace entente::cli
