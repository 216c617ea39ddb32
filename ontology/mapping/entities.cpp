// Entities: classes and names go to the records that are merged over documents.
#include <algorithm>

#include "ontology/mapping/context.hpp"

namespace entente::ontology {

void map_entities(MapContext& c) {
  c.in(Part::Knowledge);
  for (extract::Id id = 0; id < c.x.entities.size(); ++id) {
    const auto& entity = c.x.entities[id];
    EntityRecord record;
    record.curated = !entity.key.empty();
    record.classes.push_back(c.config.table.class_of(entity.type));
    for (const auto type : entity.types) record.classes.push_back(c.config.table.class_of(type));
    std::sort(record.classes.begin(), record.classes.end());
    record.classes.erase(std::unique(record.classes.begin(), record.classes.end()), record.classes.end());
    record.names[entity.name] = 1;
    c.out.entities[std::string(c.iri(c.entity(id)))].merge(record);
    for (const extract::Id member : entity.members) c.link(c.entity(id), word::ent_hasGroupMember, c.entity(member));
  }
}

}  // namespace entente::ontology
