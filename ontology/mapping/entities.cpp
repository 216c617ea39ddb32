// Entities: classes and names go to the records that are merged over documents.
#include "ontology/mapping/context.hpp"

namespace entente::ontology {

void map_entities(MapContext& c) {
  c.in(Part::Knowledge);
  for (extract::Id id = 0; id < c.x.entities.size(); ++id) {
    const auto& entity = c.x.entities[id];
    EntityRecord& record = c.out.entities.of(c.entity(id));
    record.add_class(c.config.stock->class_of(entity.type));
    for (const auto type : entity.types) record.add_class(c.config.stock->class_of(type));
    record.add_name(c.out.terms->intern({rdf::TermKind::Literal, entity.name, vocab::rdf::langString, "en"}), 1);
    for (const extract::Id member : entity.members) c.link(c.entity(id), word::ent_hasGroupMember, c.entity(member));
  }
}

}  // namespace entente::ontology
