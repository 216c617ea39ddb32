// Any bytes as a rule file, or as a pattern inside one: refused with a place, or run on a few sentences.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpus/readers/reader.hpp"
#include "extract/rules/run.hpp"
#include "extract/vocabulary/lexical.hpp"

using namespace entente;
using namespace entente::extract;

namespace {

constexpr std::string_view kText = "The foreign minister of Peru said on Monday that \"the talks\" had not failed. She left.";

// The pattern as a rule of kind mark, written as JSON.
std::string rule_of(std::string_view pattern) {
  std::string text = R"({"kind": "mark", "rules": [{"id": "x", "priority": 1, "doc": "d", "pattern": "(?=mark:.) )";
  for (const char c : pattern) {
    if (c == '"' || c == '\\') text += '\\';
    text += static_cast<unsigned char>(c) < 32 ? ' ' : c;
  }
  return text + R"(", "set": {"label": "x"}, "match": ["a"], "no_match": ["b"]}]})";
}

void load_and_run(const std::string& text) {
  Lexical lexical;
  Diagnostics diagnostics;
  lexical.lexicons.add("say", "#! verbs\nsay\nfind out\n", "say.txt", lexical.vocabulary, diagnostics);
  lexical.lexicons.add("body", "#! nouns\ntalk\nforeign minister\n", "body.txt", lexical.vocabulary, diagnostics);
  rules::RuleBook book;
  RuleCatalogue catalogue;
  book.add(text, "fuzz.json", lexical.vocabulary, lexical.lexicons, catalogue, diagnostics);
  for (const auto& item : diagnostics.items()) {
    if (item.place.file.empty() || item.message.empty()) std::abort();
  }
  lexical.freeze();
  book.build(lexical.vocabulary, lexical.lexicons);
  static const auto document = corpus::read({corpus::format_named("text"), "fuzz", {}, std::string(kText), 0}, {}, diagnostics);
  if (!document) std::abort();
  Analysis analysis;
  analysis.document = &*document;
  analysis.diagnostics = &diagnostics;
  analysis.segmentation = corpus::segment(document->text);
  analysis.quotes = corpus::find_quotes(document->text, analysis.segmentation);
  analysis.words.resize(analysis.segmentation.tokens.size());
  for (std::uint32_t s = 0; s < analysis.segmentation.sentences.size(); ++s) {
    const auto& sentence = analysis.segmentation.sentences[s];
    for (auto i = sentence.first; i < sentence.last; ++i) {
      std::string lower;
      append_lower(analysis.form(i), lower);
      analysis.words[i].form = analysis.words[i].lemma = lexical.vocabulary.find(lower);
      analysis.words[i].sentence = s;
      analysis.words[i].upos = static_cast<Upos>(i % 18);
    }
  }
  rules::RunOptions options;
  options.steps = 2000;
  const auto act = [&](const rules::Match& match) {
    if (match.first > match.last || match.last > analysis.words.size()) std::abort();
    if (match.rule->kind == "mark") rules::apply_mark(book, match, analysis);
  };
  for (const auto& kind : rules::kinds()) {
    if (kind.name == "entity") continue;  // those act on mentions, which names/ owns
    rules::run(book.of(kind.name), lexical.vocabulary, lexical.lexicons, analysis, act, options, diagnostics);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  load_and_run(data[0] == '{' ? std::string(text) : rule_of(text));
  return 0;
}
