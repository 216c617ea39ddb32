// Order: the source, entities, relations, events, claims (part Knowledge), then mentions (part Mentions).
// A span that several parts rest on is written where it is first needed, so Knowledge is complete by itself
// and Mentions adds to it.
#include "ontology/mapping/mapper.hpp"

#include <algorithm>

#include "ontology/mapping/context.hpp"

namespace entente::ontology {

std::string entity_iri(const MapConfig& config, const corpus::Document& document, const extract::Entity& entity) {
  if (!entity.key.empty()) return config.minter.known(entity.key);
  extract::EntityType root = entity.type;
  while (extract::parent_of(root) != extract::EntityType::None) root = extract::parent_of(root);
  const bool named = (entity.mentions.empty() && !entity.unnamed) ||
                     std::any_of(entity.mentions.begin(), entity.mentions.end(), [](const extract::Mention& m) {
                       return m.form != extract::MentionForm::Descriptor && m.form != extract::MentionForm::Pronoun;
                     });
  const auto& segment = config.table.segment_of(root);
  if (named) return config.minter.unknown(segment, entity.name);
  // Two unnamed holders of one document may share their words ("officials"); where they stand tells them apart.
  std::string scope = document.sha256;
  if (!entity.mentions.empty()) scope += ":" + std::to_string(entity.mentions.front().span.begin);
  return config.minter.unknown(segment, entity.name, scope);
}

void prepare(MapConfig& config) {
  config.stock = std::make_shared<const Stock>(config.table, config.minter, *config.rules, config.run, config.knowledge_graph,
                                               config.mentions_graph);
}

MappedDocument map_document(const MapConfig& config, const corpus::Document& document, const extract::Extraction& extraction,
                            Diagnostics& diagnostics) {
  MappedDocument out(config.stock->terms());
  MapContext context(config, document, extraction, out, diagnostics);
  map_source(context);
  map_entities(context);
  map_relations(context);
  map_events(context);
  map_claims(context);
  map_mentions(context);
  return out;
}

}  // namespace entente::ontology
