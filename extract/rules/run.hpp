// Runs a set of rules over a document.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "extract/analysis.hpp"
#include "extract/rules/matcher.hpp"
#include "extract/rules/rule.hpp"

namespace entente::extract::rules {

// A rule's pattern found in a sentence. Valid while the rule book and the scene live, and the scene is not rebuilt.
struct Match {
  const Rule* rule = nullptr;
  std::uint32_t pattern = 0;      // which of the rule's patterns
  std::uint32_t sentence = 0;     // index into Segmentation::sentences
  std::uint32_t first = 0;        // tokens
  std::uint32_t last = 0;
  std::span<const Capture> captures;  // repeated captures keep every occurrence

  // First capture that plays the role (or has the name), or null.
  const Unit* role(std::string_view role) const;
  // All of them.
  std::vector<Unit> all(std::string_view role) const;
  // The mention a role captured, or the longest one with the same head; null if there is none.
  static const MentionCandidate* mention(const Analysis& analysis, const Unit& unit);
};

// What was found in one scene, and the captures of it all, which stand in a few blocks.
class Matches {
 public:
  std::vector<std::vector<Match>> lists;   // by priority, each in text order
  const RuleIndex* shared = nullptr;       // the pass of several kinds, whose lists stand from `first_shared` on
  std::size_t first_shared = 0;
  std::span<const Capture> keep(std::span<const Capture> captures);

 private:
  std::vector<std::unique_ptr<Capture[]>> blocks_;   // never moved
  std::size_t room_ = 0;                             // captures that still fit into the last one
  Capture* next_ = nullptr;
};

// Told about everything that happens; `rules explain` and `rules test` are observers.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void matched(const Match&) {}
  // The rule was tried at this token and did not match.
  virtual void failed(const Rule&, std::uint32_t /*pattern*/, std::uint32_t /*token*/) {}
};

struct RunOptions {
  std::uint32_t steps = 20000;    // per start and pattern; more is diagnostic RU007 (a note)
  Observer* observer = nullptr;
  // Called after the last match of a priority: the place to insert the mentions that `act` collected.
  std::function<void()> settle;
};

// Every priority in order, lowest number first; `act` is called for each of its matches, in text order. Kinds that feed
// their own patterns (Kind::feeds: marks, entities) are matched priority by priority and see what `act` and `settle` did
// for the one before; all others are matched in one pass before the first `act`. Units refer to mentions by index, so
// `act` must not insert or remove mentions: options.settle may. Linear in the text for any set of rules: a rule is tried
// only around words that it needs. An observer is told of every such place, also where the gate would refuse it.
// `scene` shows the analysis as it stands, and is kept up with it; it holds the matches. Kinds that feed nothing are looked
// for together when the first of them is run on a scene, because most of the time is spent on the words, not on the rules.
void run(const RuleSet& rules, Scene& scene, const std::function<void(const Match&)>& act, const RunOptions& options, Diagnostics& diagnostics);
// The same with a scene of its own.
void run(const RuleSet& rules, const Vocabulary& vocabulary, const Lexicons& lexicons, Analysis& analysis,
         const std::function<void(const Match&)>& act, const RunOptions& options, Diagnostics& diagnostics);

// What rules of the kinds `mark` and `entity` do with a match.
void apply_mark(const RuleBook& book, const Match& match, Analysis& analysis);

}  // namespace entente::extract::rules
