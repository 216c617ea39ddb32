// The compiled matcher against a naive one, over all small patterns and all small inputs.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "extract/rules/matcher.hpp"
#include "extract/rules/needs.hpp"
#include "extract/vocabulary/lexical.hpp"

namespace {

using namespace entente;
using namespace entente::extract;
using namespace entente::extract::rules;

// Obviously right: walks the tree with what is to follow as a function; the first way that succeeds is the match.
class Naive {
 public:
  Naive(const Scene& scene, Range sentence) : scene_(scene), sentence_(sentence) {}

  bool match(const Node& root, std::uint32_t start, std::uint32_t& end) {
    return step(root, start, [&](std::uint32_t at) { return end = at, true; });
  }

 private:
  using Then = std::function<bool(std::uint32_t)>;

  bool sequence(const Node& node, std::size_t child, std::uint32_t at, const Then& then) {
    if (child == node.children.size()) return then(at);
    return step(node.children[child], at, [&](std::uint32_t next) { return sequence(node, child + 1, next, then); });
  }

  bool repeat(const Node& node, std::uint32_t done, std::uint32_t at, const Then& then) {
    const auto more = [&] {
      return done < node.most && step(node.children[0], at, [&](std::uint32_t next) { return repeat(node, done + 1, next, then); });
    };
    if (done < node.least) return more();
    return node.lazy ? then(at) || more() : more() || then(at);
  }

  bool step(const Node& node, std::uint32_t at, const Then& then) {
    switch (node.kind) {
      case Node::Kind::Sequence: return sequence(node, 0, at, then);
      case Node::Kind::Choice:
        for (const auto& child : node.children)
          if (step(child, at, then)) return true;
        return false;
      case Node::Kind::Repeat: return repeat(node, 0, at, then);
      case Node::Kind::Capture: return step(node.children[0], at, then);
      case Node::Kind::SentenceStart: return at == sentence_.first && then(at);
      case Node::Kind::SentenceEnd: return at == sentence_.last && then(at);
      case Node::Kind::Look: {
        bool found = false;
        if (!node.behind) found = step(node.children[0], at, [](std::uint32_t) { return true; });
        for (std::uint32_t s = sentence_.first; node.behind && !found && s <= at; ++s)
          found = step(node.children[0], s, [&](std::uint32_t e) { return e == at; });
        return found != node.negated && then(at);
      }
      default: {
        std::vector<Unit> units;
        scene_.units_at(node, at, sentence_, units);
        for (const Unit& unit : units)
          if (then(unit.last)) return true;
        return false;
      }
    }
  }

  const Scene& scene_;
  Range sentence_;
};

struct World {
  corpus::Document document;
  Analysis analysis;
  Vocabulary vocabulary;
  Lexicons lexicons;
  std::vector<std::string> labels;
  std::vector<std::pair<std::string, std::string>> definitions;

  explicit World(const std::string& words) {
    for (const char c : words) {
      const auto at = static_cast<std::uint32_t>(document.text.size());
      document.text += c;
      analysis.segmentation.tokens.push_back({{at, at + 1}, false, false});
      Word word;
      word.form = word.lemma = vocabulary.intern(std::string(1, c));
      analysis.words.push_back(word);
    }
    const auto count = static_cast<std::uint32_t>(words.size());
    analysis.segmentation.sentences.push_back({{0, count}, 0, count, 0});
    analysis.document = &document;
    // A mention on each b, and one of two tokens on each "bc".
    for (std::uint32_t t = 0; t < count; ++t) {
      if (words[t] != 'b') continue;
      if (t + 1 < count && words[t + 1] == 'c') analysis.mentions.push_back({t, t + 2, t, t + 1, EntityType::Person});
      analysis.mentions.push_back({t, t + 1, t, t + 1, EntityType::Person});
    }
  }
  PatternContext context() { return {&vocabulary, &lexicons, &labels, &definitions}; }
};

// All patterns of at most `size` parts.
std::vector<std::string> patterns(int size) {
  static const std::vector<std::string> kLeaves{"a", "b", ".", "@Person"};
  if (size <= 1) return kLeaves;
  std::vector<std::string> out = kLeaves;
  for (const auto& one : patterns(size - 1)) {
    for (const auto* quantifier : {"?", "*", "+", "??", "*?", "{1,2}", "{2}?"}) out.push_back("(" + one + ")" + quantifier);
    for (const auto& leaf : kLeaves) {
      out.push_back(one + " " + leaf);
      out.push_back(leaf + " " + one);
      out.push_back("(" + one + " | " + leaf + " c)");
    }
    out.push_back("^ " + one);
    out.push_back(one + " $");
    out.push_back(one + " (?=a)");
    out.push_back("(?<=a) " + one);
    out.push_back("(?<!b) " + one + " (?!c)");
    out.push_back("(?<=a b?) " + one);
  }
  return out;
}

std::vector<std::string> inputs(std::size_t most) {
  std::vector<std::string> out{""};
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i].size() < most)
      for (const char c : {'a', 'b', 'c'}) out.push_back(out[i] + c);
  out.erase(out.begin());
  return out;
}

TEST_CASE("compiled and naive matcher agree on all small patterns and inputs") {
  std::size_t compared = 0;
  std::size_t found = 0;
  const auto all = patterns(3);
  for (const auto& words : inputs(4)) {
    World world(words);
    const Scene scene(world.analysis, world.vocabulary, world.lexicons);
    Matcher matcher(scene);
    const Range range{0, static_cast<std::uint32_t>(words.size())};
    for (const auto& text : all) {
      Pattern pattern;
      PatternFault fault;
      if (!parse_pattern(text, world.context(), pattern, fault)) continue;
      const Program program = compile(pattern.root);
      for (std::uint32_t start = 0; start < range.last; ++start) {
        std::uint32_t steps = 100000;
        PatternMatch match;
        const Outcome outcome = matcher.match(program, start, range, steps, match);
        std::uint32_t end = 0;
        const bool expected = Naive(scene, range).match(pattern.root, start, end);
        ++compared;
        found += expected;
        if ((outcome == Outcome::Found) != expected || (expected && match.last != end))
          FAIL("pattern " << text << " on " << words << " at " << start << ": naive " << (expected ? int(end) : -1) << ", compiled "
                          << (outcome == Outcome::Found ? int(match.last) : -1));
      }
    }
  }
  CHECK(compared > 100000);
  CHECK(found > 10000);
}

TEST_CASE("anchors, gates and needs never hide a match") {
  const auto all = patterns(3);
  for (const auto& words : inputs(4)) {
    World world(words);
    const Scene scene(world.analysis, world.vocabulary, world.lexicons);
    for (const auto& text : all) {
      Pattern pattern;
      PatternFault fault;
      if (!parse_pattern(text, world.context(), pattern, fault)) continue;
      const Anchor anchor = anchor_of(pattern.root, world.vocabulary);
      const Gate gate = gate_of(pattern.root);
      const auto needs = needs_of(pattern.root, world.vocabulary);
      for (std::uint32_t start = 0; start < words.size(); ++start) {
        std::uint32_t end = 0;
        if (!Naive(scene, {0, static_cast<std::uint32_t>(words.size())}).match(pattern.root, start, end)) continue;
        CHECK_MESSAGE(scene.open(gate, start), text << " on " << words << ": the gate is closed");
        for (const Anchor& need : needs) {
          const bool form = need.kind == Anchor::Kind::Form && std::any_of(need.values.begin(), need.values.end(), [&](Symbol symbol) {
            return words.find(world.vocabulary.text(symbol)) != std::string::npos;
          });
          const bool mention = need.kind == Anchor::Kind::Mention && words.find('b') != std::string::npos;
          CHECK_MESSAGE((form || mention), text << " on " << words << ": a need is not met");
        }
        bool there = anchor.kind == Anchor::Kind::Anything;
        for (std::uint32_t t = start + anchor.least; !there && t < words.size() && t - start <= anchor.most; ++t) {
          if (anchor.kind == Anchor::Kind::Form)
            for (const auto symbol : anchor.values) there = there || symbol == world.analysis.words[t].form;
          if (anchor.kind == Anchor::Kind::Mention) there = there || words[t] == 'b';
        }
        CHECK_MESSAGE(there, text << " on " << words);
      }
    }
  }
}

TEST_CASE("steps are limited") {
  World world(std::string(400, 'a'));
  const Scene scene(world.analysis, world.vocabulary, world.lexicons);
  Pattern pattern;
  PatternFault fault;
  REQUIRE(parse_pattern("a* a* a* a* a* b", world.context(), pattern, fault));
  std::uint32_t steps = 20000;
  PatternMatch match;
  CHECK(Matcher(scene).match(compile(pattern.root), 0, {0, 400}, steps, match) == Outcome::Limit);
}

TEST_CASE("captures hold what they took") {
  World world("abca");
  const Scene scene(world.analysis, world.vocabulary, world.lexicons);
  Pattern pattern;
  PatternFault fault;
  REQUIRE(parse_pattern("x:a who:@Person x:a", world.context(), pattern, fault));
  std::uint32_t steps = 1000;
  PatternMatch match;
  REQUIRE(Matcher(scene).match(compile(pattern.root), 0, {0, 4}, steps, match) == Outcome::Found);
  REQUIRE(match.captures.size() == 3);
  CHECK(match.captures[0].unit.first == 0);
  CHECK(match.captures[1].unit.kind == UnitKind::Mention);
  CHECK(match.captures[1].unit.last == 3);
  CHECK(match.captures[2].unit.first == 3);
  CHECK(pattern.captures == std::vector<std::string>{"x", "who"});
}

TEST_CASE("paths go along dependencies") {
  // b <nsubj- a -obj-> c: the sentence "bac"
  World world("bac");
  world.analysis.words[0].head = 1;
  world.analysis.words[0].deprel = static_cast<std::uint8_t>(Deprel::Nsubj);
  world.analysis.words[2].head = 1;
  world.analysis.words[2].deprel = static_cast<std::uint8_t>(Deprel::Obj);
  world.analysis.dependents = Dependents(world.analysis.words);
  const Scene scene(world.analysis, world.vocabulary, world.lexicons);
  const auto matches = [&](const std::string& text, std::uint32_t start) {
    Pattern pattern;
    PatternFault fault;
    REQUIRE_MESSAGE(parse_pattern(text, world.context(), pattern, fault), text << ": " << fault.message);
    std::uint32_t steps = 1000;
    PatternMatch match;
    return Matcher(scene).match(compile(pattern.root), start, {0, 3}, steps, match) == Outcome::Found;
  };
  CHECK(matches("a {>nsubj who:@Person} {>obj what:c}", 1));
  CHECK(!matches("a {>obj @Person}", 1));
  CHECK(matches("a {!>obj @Person}", 1));
  CHECK(matches("@Person {<nsubj a {>obj c}}", 0));
  CHECK(matches("b {<nsubj>obj c}", 0));
  CHECK(matches("a {>iobj x:b}?", 1));
  CHECK(matches("a {>nsubj}", 1));
  CHECK(!matches("a {>iobj}", 1));
  CHECK(matches("a {>> c}", 1));
}

}  // namespace
