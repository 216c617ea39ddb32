// A rule as loaded, and the sets of rules that run together.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "extract/extraction.hpp"
#include "extract/rules/gate.hpp"
#include "extract/rules/program.hpp"
#include "extract/vocabulary/lexicons.hpp"

namespace entente::extract::rules {

struct Example {
  std::string text;
  std::vector<std::pair<std::string, std::string>> captures;  // expected: capture -> words
};

struct Rule {
  std::string id;
  std::string kind;
  std::string doc;
  std::string file;
  Place place;
  int priority = 0;
  float confidence = 0.8F;
  bool overlap = false;                                    // try every start, also inside an earlier match
  std::vector<std::string> sources;                        // the patterns as written, one or more
  std::vector<Pattern> patterns;
  std::vector<Program> programs;
  std::vector<Anchor> anchors;
  std::vector<Gate> gates;
  std::vector<std::pair<std::string, std::string>> roles;  // role -> capture
  std::vector<std::pair<std::string, std::string>> set;    // key -> value
  std::vector<Example> match;
  std::vector<Example> no_match;
  RuleRef ref = 0;

  // Value of `set`; empty if there is none.
  std::string_view value(std::string_view key) const;
  // Capture that plays a role; empty if none does.
  std::string_view capture_of(std::string_view role) const;
};

// What a kind of rule may say (extract/rules/kinds.cpp has the table).
struct Kind {
  std::string_view name;
  std::vector<std::string_view> required;                  // roles
  std::vector<std::string_view> optional;
  // Keys of `set` with the values allowed; "*" for any, "!" before a key that must be there.
  std::vector<std::pair<std::string_view, std::vector<std::string_view>>> set;
  bool feeds = false;                                      // what one priority finds is seen by patterns of the next
};
const std::vector<Kind>& kinds();

struct RuleIndex;  // rules that are tried in one pass over a text, with the index of their anchors

// All rules of one kind, ready to run. Const and shared by threads.
struct RuleSet {
  std::vector<std::shared_ptr<const RuleIndex>> passes;    // by priority, lowest number first
  // Kinds that feed nothing share one pass, and this one's priorities are [first_list, first_list + lists) of it.
  std::size_t first_list = 0;
  std::size_t lists = 0;                                   // 0: shares nothing
};

class RuleBook {
 public:
  // Reads every *.json of the folder and those below it, in the order of their paths. Faults are diagnostics RU001 to
  // RU006 with file, JSON pointer, line and column; a faulty rule is left out. Lexicons are frozen afterwards.
  void load(const std::filesystem::path& folder, Vocabulary& vocabulary, const Lexicons& lexicons, RuleCatalogue& catalogue,
            Diagnostics& diagnostics);
  // One file from memory.
  void add(std::string_view text, const std::string& file, Vocabulary& vocabulary, const Lexicons& lexicons,
           RuleCatalogue& catalogue, Diagnostics& diagnostics);
  // Builds the sets; after the last file and Lexicons::freeze.
  void build(const Vocabulary& vocabulary, const Lexicons& lexicons);

  // Rules of a kind; an empty set if there are none.
  const RuleSet& of(std::string_view kind) const;
  const std::vector<std::unique_ptr<Rule>>& all() const { return rules_; }
  const Rule* find(std::string_view id) const;
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  std::vector<std::unique_ptr<Rule>> rules_;
  std::vector<std::pair<std::string, RuleSet>> sets_;
  std::vector<std::string> labels_;
};

}  // namespace entente::extract::rules
