// The names under which the stages that find entities stand in the rule catalogue.
#pragma once

#include "extract/extraction.hpp"

namespace entente::extract {

struct EntityStages {
  RuleRef gazetteer = 0;    // a name of the register
  RuleRef names = 0;        // an unknown name, by its form
  RuleRef descriptors = 0;  // "the two governments", "analysts"
  RuleRef pronouns = 0;
  RuleRef short_names = 0;  // "the Centre" after the full name
  RuleRef holders = 0;      // "the president": who held the post when the text was published
};

EntityStages add_entity_stages(RuleCatalogue& catalogue);

}  // namespace entente::extract
