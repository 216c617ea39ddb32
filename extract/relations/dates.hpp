// When a relation held, where the words right beside it say so.
#pragma once

#include "extract/analysis.hpp"
#include "extract/rules/run.hpp"

namespace entente::extract {

// Sets Relation::time to a time expression that directly follows the match ("joined NATO in 2023", "a member since May") or opens the
// sentence right before it ("In 2023, Finland joined NATO"), and Relation::begins where it says when the relation began.
void date_relation(const Analysis& analysis, const rules::Match& match, Relation& relation);

}  // namespace entente::extract
