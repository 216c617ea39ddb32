// Mentions: where a document names an entity.
#include "ontology/mapping/context.hpp"

namespace entente::ontology {
namespace {

void map_mention(MapContext& c, TermId entity, const extract::Mention& m) {
  const TermId node = c.node(c.config.minter.hashed("mention", {c.mention_place(m.span), c.iri(entity)}));
  c.type(node, word::gaf_Mention);
  c.link(node, word::gaf_denotes, entity);
  c.text(node, word::ent_surfaceForm, c.original_slice(m.span));
  c.link(node, word::ent_mentionForm, c.value(m.form));
  c.link(node, word::ent_span, c.span(m.span));
  c.link(node, word::ent_inSentence, c.sentence(m.span.begin));
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
