// Events of the PLOVER types: triggers by rules and word lists, arguments by heads and relations.
#pragma once

#include "extract/analysis.hpp"
#include "extract/rules/rule.hpp"
#include "extract/rules/scene.hpp"
#include "extract/vocabulary/lexical.hpp"

namespace entente::extract {

struct EventConfig {
  const Lexical* lexical = nullptr;
  const rules::RuleBook* book = nullptr;
  RuleRef descriptor = 0;   // stage that gave "the protesters" an entity
};

// Appends to result.events (and result.entities for participants without a name). Runs after resolution and times;
// `scene` shows the analysis.
void find_events(const EventConfig& config, rules::Scene& scene, Analysis& analysis);

}  // namespace entente::extract
