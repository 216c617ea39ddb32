// Relations between entities: what rules of kind `relation` find in one sentence.
#pragma once

#include "extract/analysis.hpp"
#include "extract/rules/rule.hpp"
#include "extract/rules/scene.hpp"
#include "extract/vocabulary/lexical.hpp"

namespace entente::extract {

struct RelationConfig {
  const Lexical* lexical = nullptr;
  const rules::RuleBook* book = nullptr;
  RuleRef descriptor = 0;   // stage that gave an unnamed phrase an entity
};

// Appends to result.relations, each pair and predicate once per sentence; coordinated subjects and objects each get
// their own. Status is Asserted; the claims stage sets Claimed where a relation stands in a claim's content. `scene` shows the analysis.
void find_relations(const RelationConfig& config, rules::Scene& scene, Analysis& analysis);

}  // namespace entente::extract
