// Mentions: where a document names an entity.
#include "ontology/mapping/context.hpp"

namespace entente::ontology {
namespace {

void map_mention(MapContext& c, const std::string& entity, const extract::Mention& m) {
  const std::string local = c.config.minter.at("mention", c.document.sha256, c.points(m.span));
  const std::string node = c.config.minter.hashed("mention", {local, entity});
  c.type(node, vocab::gaf::Mention);
  c.link(node, vocab::gaf::denotes, entity);
  c.text(node, ent("surfaceForm"), c.original_slice(m.span));
  c.link(node, ent("mentionForm"), c.term("form", extract::name_of(m.form)));
  c.link(node, ent("span"), c.span(m.span));
  c.link(node, ent("inSentence"), c.sentence(m.span.begin));
  c.provenance(node, m.rule);
  c.confidence(node, m.confidence);
}

}  // namespace

void map_mentions(MapContext& c) {
  c.in(Part::Mentions);
  for (extract::Id id = 0; id < c.x.entities.size(); ++id) {
    for (const auto& mention : c.x.entities[id].mentions) map_mention(c, c.entity(id), mention);
  }
}

}  // namespace entente::ontology
