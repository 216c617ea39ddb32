// What `entente rules` says about a rule: tests of its examples, an explanation, counts.
#pragma once

#include <map>
#include <string>

#include "core/base/diagnostics.hpp"
#include "extract/extractor.hpp"
#include "extract/rules/rule.hpp"

namespace entente::cli {

// Runs the rule's examples through the whole pipeline; each that fails is a diagnostic RU008 at the rule's place.
// The number of examples.
std::size_t test_rule(const extract::Extractor& extractor, const extract::rules::Rule& rule, Diagnostics& diagnostics);

// The words of the text with tags, chunks and heads; then what matched, or where the rule was tried in vain.
std::string explain_rule(const extract::Extractor& extractor, const extract::rules::Rule* rule, const std::string& text);

struct RuleCount {
  std::size_t documents = 0;
  std::size_t matches = 0;
};

// Matches per rule in one document, and 1 for the document.
std::map<std::string, RuleCount> count_rules(const extract::Extractor& extractor, const corpus::Document& document,
                                             Diagnostics& diagnostics);

}  // namespace entente::cli
