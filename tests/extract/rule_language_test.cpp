// Executes every ```pattern block of docs/rule-language.md, and breaks rule files in every way the loader must refuse.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "extract/rules/run.hpp"
#include "extract/shallow/attach.hpp"
#include "extract/vocabulary/lexical.hpp"

namespace {

using namespace entente;
using namespace entente::extract;

struct Block {
  std::string pattern;
  std::vector<std::pair<bool, std::string>> lines;
};

std::vector<Block> blocks() {
  std::ifstream file(std::string(ENTENTE_SOURCE_DIR) + "/docs/rule-language.md");
  std::vector<Block> out;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "```pattern") {
      inside = true;
      out.emplace_back();
    } else if (line == "```") {
      inside = false;
    } else if (inside && out.back().pattern.empty()) {
      out.back().pattern = line;
    } else if (inside && line.size() > 2) {
      out.back().lines.emplace_back(line[0] == '+', line.substr(2));
    }
  }
  return out;
}

// "[Anna Kern|Person] spoke": the plain text, and the mentions by byte spans.
std::string unmark(const std::string& marked, std::vector<std::pair<Span, EntityType>>& mentions) {
  std::string text;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '[') {
      text += marked[i];
      continue;
    }
    const auto bar = marked.find('|', i);
    const auto end = marked.find(']', i);
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += marked.substr(i + 1, bar - i - 1);
    mentions.push_back({{begin, static_cast<std::uint32_t>(text.size())}, *entity_type_of(marked.substr(bar + 1, end - bar - 1))});
    i = end;
  }
  return text;
}

// Rules of kind mark need a capture `mark`: a look-ahead before the pattern captures its first token.
std::string named(const std::string& pattern) {
  return pattern[0] == '^' ? "^ (?=mark:.)" + pattern.substr(1) : "(?=mark:.) " + pattern;
}

bool matches(const std::string& pattern, const std::string& marked) {
  Lexical lexical;
  Diagnostics diagnostics;
  lexical.load(std::string(ENTENTE_SOURCE_DIR) + "/extract/lexicon", diagnostics);
  rules::RuleBook book;
  RuleCatalogue catalogue;
  std::string quoted;
  for (const char c : pattern) quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  book.add(R"({"kind": "mark", "rules": [{"id": "x", "priority": 1, "doc": "d", "pattern": ")" + named(quoted) +
               R"(", "set": {"label": "x"}, "match": ["a"], "no_match": ["b"]}]})",
           "test", lexical.vocabulary, lexical.lexicons, catalogue, diagnostics);
  for (const auto& item : diagnostics.items()) FAIL_CHECK(to_string(item));
  lexical.freeze();
  book.build(lexical.vocabulary, lexical.lexicons);
  std::vector<std::pair<Span, EntityType>> marks;
  corpus::Document document;
  document.original = document.text = unmark(marked, marks);
  document.blocks.push_back({{0, static_cast<std::uint32_t>(document.text.size())}, corpus::BlockKind::Paragraph});
  Analysis a;
  a.document = &document;
  a.segmentation = corpus::segment(document);
  annotate(lexical.annotator, a);
  for (const auto& [span, type] : marks) {
    MentionCandidate mention;
    mention.type = type;
    for (std::uint32_t t = 0; t < a.words.size(); ++t) {
      if (a.segmentation.tokens[t].span.begin == span.begin) mention.first = mention.head_first = t;
      if (a.segmentation.tokens[t].span.end == span.end) mention.last = mention.head_last = t + 1;
    }
    a.mentions.push_back(mention);
  }
  chunk(lexical.function_words, lexical.vocabulary, a);
  attach(lexical.function_words, a);
  a.dependents = Dependents(a.words);
  bool found = false;
  rules::run(book.of("mark"), lexical.vocabulary, lexical.lexicons, a, [&](const rules::Match&) { found = true; }, {}, diagnostics);
  return found;
}

TEST_CASE("every example of docs/rule-language.md behaves as written") {
  const auto all = blocks();
  CHECK(all.size() >= 8);
  for (const auto& block : all)
    for (const auto& [wanted, line] : block.lines)
      CHECK_MESSAGE(matches(block.pattern, line) == wanted, block.pattern << "  on  " << line);
}

// The first diagnostic that loading `text` gives.
Diagnostic first_fault(const std::string& text) {
  Lexical lexical;
  rules::RuleBook book;
  RuleCatalogue catalogue;
  Diagnostics diagnostics;
  book.add(text, "f.json", lexical.vocabulary, lexical.lexicons, catalogue, diagnostics);
  REQUIRE(!diagnostics.empty());
  return diagnostics.items().front();
}

TEST_CASE("faults in rule files have a code and a place") {
  const auto rule = [](const std::string& pattern) {
    return R"({"kind": "mark", "rules": [{"id": "x", "priority": 1, "doc": "d", "pattern": ")" + pattern +
           R"(", "set": {"label": "x"}, "match": ["a"], "no_match": ["b"]}]})";
  };
  CHECK(first_fault("{").code == Code::RuleJson);
  CHECK(first_fault(R"({"kind": "mark", "kind": "mark"})").code == Code::RuleJson);
  CHECK(first_fault(R"({"kind": "nonsense", "rules": []})").code == Code::RuleName);
  CHECK(first_fault(R"({"kind": "mark"})").code == Code::RuleKey);
  CHECK(first_fault(R"({"kind": "mark", "rules": {}})").code == Code::RuleType);
  CHECK(first_fault(R"({"kind": "mark", "extra": 1, "rules": []})").code == Code::RuleKey);
  CHECK(first_fault(rule("mark:a (b")).code == Code::RulePattern);
  CHECK(first_fault(rule("mark:a [pos=NOUNS]")).code == Code::RuleName);
  CHECK(first_fault(rule("mark:@Elf")).code == Code::RuleName);
  CHECK(first_fault(rule("mark:%no-such-list")).code == Code::RuleName);
  CHECK(first_fault(rule("mark:$NONE")).code == Code::RuleName);
  CHECK(first_fault(rule("mark:Capital")).code == Code::RulePattern);
  CHECK(first_fault(rule("mark:a (b?)*")).code == Code::RulePattern);
  CHECK(first_fault(rule("a b")).code == Code::RuleKey);
  const auto fault = first_fault("{\"kind\": \"mark\",\n \"rules\": [{\"id\": \"x\", \"priority\": 1, \"doc\": \"d\", \"pattern\": \"mark:a ]\"}]}");
  CHECK(fault.place.line == 2);
  CHECK(fault.place.pointer == "/rules/0/pattern");
  CHECK(fault.place.column > 60);
}

}  // namespace
