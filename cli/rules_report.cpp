#include "cli/rules_report.hpp"

#include <algorithm>

#include "core/base/hash.hpp"
#include "extract/deprel.hpp"
#include "extract/resources.hpp"
#include "extract/rules/run.hpp"

namespace entente::cli {
namespace {

using extract::Analysis;
using extract::rules::Match;
using extract::rules::Rule;
using extract::rules::Unit;

// Keeps the matches of one rule (or of all) and the places where it was tried in vain.
class Recorder : public extract::rules::Observer {
 public:
  explicit Recorder(const Rule* rule) : rule_(rule) {}
  void matched(const Match& match) override {
    if (rule_ != nullptr && match.rule != rule_) return;
    matches.push_back(match);
    matches.back().captures = captures_.keep(match.captures);
  }
  void failed(const Rule& rule, std::uint32_t, std::uint32_t token) override {
    if (&rule == rule_) tried.push_back(token);
  }
  std::vector<Match> matches;
  std::vector<std::uint32_t> tried;

 private:
  const Rule* rule_;
  extract::rules::Matches captures_;
};

corpus::Document document_of(const std::string& text) {
  corpus::Document document;
  document.source = "example";
  document.original = document.text = text;
  document.sha256 = sha256_hex(text);
  document.metadata.published = "2021-06-15";
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, corpus::BlockKind::Paragraph});
  return document;
}

std::string words(const Analysis& a, const Unit& unit) { return std::string(a.span(unit.first, unit.last).of(a.text())); }

bool holds(const Analysis& a, const Match& match, const extract::rules::Example& example) {
  return std::all_of(example.captures.begin(), example.captures.end(), [&](const auto& wanted) {
    const auto units = match.all(wanted.first);
    return std::any_of(units.begin(), units.end(), [&](const Unit& unit) { return words(a, unit) == wanted.second; });
  });
}

std::string captures(const Analysis& a, const Match& match) {
  std::string out;
  const auto& names = match.rule->patterns[match.pattern].captures;
  for (const auto& capture : match.captures) out += "  " + names[capture.name] + " = \"" + words(a, capture.unit) + "\"\n";
  return out;
}

constexpr const char* kUpos[] = {"-", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr const char* kForms[] = {"", "base", "present3", "past", "participle", "gerund"};

void append_column(std::string& out, std::string_view cell, std::size_t width) {
  out += cell;
  out.append(cell.size() < width ? width - cell.size() : 1, ' ');
}

std::string table(const extract::Extractor& extractor, const Analysis& a) {
  std::string out;
  const auto& vocabulary = extractor.resources().lexical.vocabulary;
  for (std::uint32_t t = 0; t < a.words.size(); ++t) {
    const auto& word = a.words[t];
    append_column(out, std::to_string(t), 5);
    append_column(out, a.form(t), 18);
    append_column(out, vocabulary.text(word.lemma), 16);
    append_column(out, std::string(kUpos[static_cast<unsigned>(word.upos)]) + " " + kForms[static_cast<unsigned>(word.verb_form)], 18);
    const auto chunk = word.chunk == UINT32_MAX ? std::string("-")
        : (a.chunks[word.chunk].kind == extract::ChunkKind::NounPhrase ? "NP" : "VG") + std::to_string(word.chunk);
    append_column(out, chunk, 7);
    append_column(out, word.head == UINT32_MAX ? "-" : std::to_string(word.head), 5);
    append_column(out, name_of(static_cast<extract::Deprel>(word.deprel)), 12);
    for (const auto& mention : a.mentions)
      if (mention.first == t) out += "[" + std::string(name_of(mention.type)) + " " + std::to_string(mention.last - mention.first) + "] ";
    out += '\n';
  }
  return out;
}

}  // namespace

std::size_t test_rule(const extract::Extractor& extractor, const Rule& rule, Diagnostics& diagnostics) {
  const auto run = [&](const extract::rules::Example& example, bool wanted) {
    const auto document = document_of(example.text);
    Diagnostics unused;
    Recorder recorder(&rule);
    const auto a = extractor.analyse(document, unused, &recorder);
    const bool found = std::any_of(recorder.matches.begin(), recorder.matches.end(), [&](const Match& m) { return holds(a, m, example); });
    if (found == wanted) return;
    std::string message = "Rule " + rule.id + (wanted ? " does not match: " : " must not match: ") + example.text;
    if (wanted && !recorder.matches.empty()) message += " (it matched with other captures:\n" + captures(a, recorder.matches.front()) + ")";
    diagnostics.error(Code::RuleExample, rule.place, message);
  };
  for (const auto& example : rule.match) run(example, true);
  for (const auto& example : rule.no_match) run(example, false);
  return rule.match.size() + rule.no_match.size();
}

std::string explain_rule(const extract::Extractor& extractor, const Rule* rule, const std::string& text) {
  const auto document = document_of(text);
  Diagnostics diagnostics;
  Recorder recorder(rule);
  const auto a = extractor.analyse(document, diagnostics, &recorder);
  std::string out = table(extractor, a);
  for (const auto& match : recorder.matches)
    out += "Rule " + match.rule->id + " matched \"" + words(a, {match.first, match.last, 0, {}, 0}) + "\"\n" + captures(a, match);
  if (rule == nullptr || !recorder.matches.empty()) return out;
  if (recorder.tried.empty()) return out + "Rule " + rule->id + " was not tried: a word that every match needs is missing\n";
  std::sort(recorder.tried.begin(), recorder.tried.end());
  out += "Rule " + rule->id + " did not match; it was tried from";
  for (const auto token : recorder.tried) out += " \"" + std::string(a.form(token)) + "\"";
  return out + "\n";
}

std::map<std::string, RuleCount> count_rules(const extract::Extractor& extractor, const corpus::Document& document,
                                             Diagnostics& diagnostics) {
  Recorder recorder(nullptr);
  const auto a = extractor.analyse(document, diagnostics, &recorder);
  std::map<std::string, RuleCount> out;
  for (const auto& match : recorder.matches) {
    auto& count = out[match.rule->id];
    count.documents = 1;
    ++count.matches;
  }
  return out;
}

}  // namespace entente::cli
