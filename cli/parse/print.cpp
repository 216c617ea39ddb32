// Sentences of a document as CoNLL-U and JSON, word by word: a sentence, and even a word, may be long.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/parse/output.hpp"
#include "cli/parse/parse.hpp"
#include "core/base/code_points.hpp"
#include "extract/language/conllu.hpp"

namespace entente::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kPrinted = 4096;  // words of a packed document that are unpacked at a time

std::string document_id(const corpus::Document& document) {
  return document.metadata.id ? *document.metadata.id : document.source;
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// One line: white space of any kind is a blank, at the beginning nothing.
template <typename Out>
void append_one_line(std::string_view text, Out& out) {
  for (bool any = false; !text.empty(); any = true) {
    const auto blanks = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_blank) - text.begin());
    if (any && blanks > 0) out.append(" ");
    text.remove_prefix(blanks);
    const auto word = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_blank) - text.begin());
    out.append(text.substr(0, word));
    text.remove_prefix(word);
  }
}

std::string one_line(std::string_view text) {
  std::string out;
  append_one_line(text, out);
  return out;
}

// The word as it stands, which is on one line nearly always; else `made` holds it.
std::string_view one_line(std::string_view text, std::string& made) {
  if (std::find_if(text.begin(), text.end(), is_blank) == text.end()) return text;
  return made = one_line(text);
}

// Sentences on their way to the output, and where they stand in the document.
struct Printed {
  const corpus::Document& document;
  const language::AnnotatedSentences& sentences;
  std::span<const language::NamedSpan> names;  // of the whole document
  std::uint32_t first_word, first_sentence;

  const std::vector<corpus::Token>& tokens() const { return sentences.segmentation.tokens; }
  const language::WordAnnotation& word(std::uint32_t i) const { return sentences.words[i]; }
  std::string_view form(std::uint32_t i) const { return tokens()[i].span.of(document.text); }
  bool space_after(std::uint32_t i) const { return i + 1 < tokens().size() ? tokens()[i + 1].space_before : sentences.space_behind; }
};

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

// The end of the words that are one orthographic word from `i` on.
std::uint32_t range_end(const Printed& p, std::uint32_t i, std::uint32_t end) {
  do ++i;
  while (i < end && p.tokens()[i].joined);
  return i;
}

void add_words(const Printed& p, const corpus::Sentence& s, Output& out) {
  const auto iob = iob_tags_of(p, s);
  std::string made;
  for (auto i = s.first; i < s.last;) {
    const auto end = range_end(p, i, s.last);
    const bool range = end > i + 1;
    if (range) {
      std::string form;
      for (auto k = i; k < end; ++k) append_one_line(p.form(k), form);
      language::write_conllu_range(i - s.first, end - s.first, form, misc("", !p.space_after(end - 1)), out);
    }
    for (; i < end; ++i) {
      const auto& w = p.word(i);
      const auto head = w.head < 0 ? -1 : w.head - static_cast<std::int32_t>(s.first);
      const auto extra = misc(iob[i - s.first], !range && !p.space_after(i));
      language::write_conllu_word(i - s.first, {one_line(p.form(i), made), w.lemma, language::upos_name(w.upos), w.xpos, w.feats, w.deprel, extra, head}, out);
    }
  }
}

void add_conllu(const Printed& p, const corpus::Sentence& s, std::size_t number, const std::string& id, Output& out) {
  if (number == 0) out.append("# newdoc id = ").append(id).append("\n");
  out.append("# sent_id = ").append(id).append("-").append(std::to_string(number + 1)).append("\n# text = ");
  append_one_line(s.span.of(p.document.text), out);
  out.append("\n");
  add_words(p, s, out);
  out.append("\n");
}

std::string dumped(const ordered_json& value) { return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace); }

// An object without its last bracket, or the items of an array without both.
std::string_view opened(const std::string& object) { return std::string_view(object).substr(0, object.size() - 1); }
std::string_view items(const std::string& array) { return opened(array).substr(1); }

ordered_json json_word(const Printed& p, const corpus::Sentence& s, std::uint32_t i, const CodePointIndex& index) {
  const auto& w = p.word(i);
  const auto span = p.tokens()[i].span;
  return {{"start", index.at(span.begin)}, {"end", index.at(span.end)},
          {"form", p.form(i)}, {"lemma", w.lemma}, {"upos", language::upos_name(w.upos)},
          {"xpos", w.xpos}, {"feats", w.feats},
          {"head", w.head < 0 ? ordered_json(nullptr) : ordered_json(w.head - static_cast<std::int32_t>(s.first))},
          {"deprel", w.deprel}};
}

void add_json(const Printed& p, const corpus::Sentence& s, std::size_t number, const CodePointIndex& index, Output& out) {
  const auto iob = iob_tags_of(p, s);
  if (number > 0) out.append(",");
  out.append(opened(dumped({{"start", index.at(s.span.begin)}, {"end", index.at(s.span.end)}}))).append(",\"words\":[");
  ordered_json words = ordered_json::array();
  std::size_t bytes = 0;  // of the words that wait
  for (auto i = s.first; i < s.last; ++i) {
    words.push_back(json_word(p, s, i, index));
    if (!iob[i - s.first].empty()) words.back()["ne"] = iob[i - s.first];
    bytes += p.tokens()[i].span.size();
    if (i + 1 < s.last && bytes < Output::kPart) continue;
    out.append(items(dumped(words))).append(i + 1 < s.last ? "," : "]}");
    words = ordered_json::array();
    bytes = 0;
  }
}

// The beginning of a document's one JSON object, up to its sentences.
std::string json_begin(const corpus::Document& document) {
  const auto begin = dumped({{"schema", "entente-parse/1"}, {"document", {{"id", document_id(document)}, {"source", document.source}}}});
  return std::string(opened(begin)) + ",\"sentences\":[";
}

}  // namespace

void ParsedDocument::print(ParseFormat format, const std::function<void(const std::string&)>& use) const {
  const auto id = one_line(document_id(document_));
  const auto index = format == ParseFormat::JsonLines ? std::make_optional<CodePointIndex>(document_.text) : std::nullopt;
  Output out(use);
  if (index) out.append(json_begin(document_));
  const auto add = [&](const Printed& p) {
    std::size_t number = p.first_sentence;
    for (const auto& s : p.sentences.segmentation.sentences) {
      if (index) add_json(p, s, number, *index, out);
      if (!index) add_conllu(p, s, number, id, out);
      ++number;
    }
  };
  if (whole_) add({document_, *whole_, names_, 0, 0});
  for (std::uint32_t sentence = 0, word = 0; sentence < packed_.sentences();) {
    const auto next = packed_.unpack(sentence, kPrinted);
    add({document_, next, names_, word, sentence});
    sentence += static_cast<std::uint32_t>(next.segmentation.sentences.size());
    word += static_cast<std::uint32_t>(next.words.size());
  }
  if (index) out.append("]}\n");
  out.flush();
}

}  // namespace entente::cli
