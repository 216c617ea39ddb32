#include "extract/resolve/stages.hpp"

namespace entente::extract {

EntityStages add_entity_stages(RuleCatalogue& catalogue) {
  const auto stage = [&](const char* id) { return catalogue.add({id, "", "stage"}); };
  EntityStages stages;
  stages.gazetteer = stage("entity-register");
  stages.names = stage("entity-names");
  stages.descriptors = stage("entity-descriptors");
  stages.pronouns = stage("coreference-pronouns");
  stages.short_names = stage("coreference-short-names");
  stages.holders = stage("coreference-office-holders");
  return stages;
}

}  // namespace entente::extract
