// Relations become statements; asserted ones also the direct triple, posts and memberships an org:Membership.
#include "ontology/edtf.hpp"
#include "ontology/mapping/context.hpp"

namespace entente::ontology {
namespace {

void map_membership(MapContext& c, const extract::Relation& r, TermId statement) {
  const auto& object = c.x.entities[r.object];
  const TermId node = c.node(c.config.minter.hashed("membership", {c.iri(statement)}));
  c.type(node, word::org_Membership);
  c.link(node, word::org_member, c.entity(r.subject));
  const bool post = object.type == extract::EntityType::Post;
  c.link(node, post ? word::ent_post : word::org_organization, c.entity(r.object));
  c.link(node, word::prov_wasDerivedFrom, statement);
  c.link(node, word::ent_status, word::ent_Asserted);
  if (r.begins && r.time != extract::kNoId) {
    const auto& edtf = c.x.times[r.time].edtf;
    if (const auto datatype = date_datatype(edtf); datatype != kEdtfDatatype) c.text(node, word::ent_validFrom, edtf, datatype);
  }
  if (c.config.table.names_post(r.predicate) && !r.trigger.empty()) {
    c.text(node, word::ent_roleLabel, r.trigger.of(c.document.text));
  }
}

void map_relation(MapContext& c, extract::Id id) {
  const auto& r = c.x.relations[id];
  const bool asserted = r.status == extract::RelationStatus::Asserted && r.polarity == extract::Polarity::Positive;
  const auto predicates = c.config.table.predicates(r.predicate);
  const TermId node = c.relation(id);
  c.in(Part::Knowledge);
  c.type(node, word::ent_Statement);
  c.link(node, word::rdf_subject, c.entity(r.subject));
  c.link(node, word::rdf_predicate, c.node(predicates.front()));
  c.link(node, word::rdf_object, c.entity(r.object));
  c.link(node, word::ent_status, c.value(r.status));
  c.link(node, word::ent_polarity, c.value(r.polarity));
  c.link(node, word::ent_evidence, c.evidence(r.evidence));
  c.link(node, word::ent_trigger, c.span(r.trigger));
  if (c.config.table.names_post(r.predicate) && !r.trigger.empty()) {
    c.text(node, word::ent_roleLabel, r.trigger.of(c.document.text));
  }
  if (r.time != extract::kNoId) map_date(c, node, r.time, false);
  c.provenance(node, r.rule);
  c.confidence(node, r.confidence);
  if (!asserted) return;
  if (c.config.table.makes_membership(r.predicate)) map_membership(c, r, node);
  c.in(Part::Shared);
  for (const auto& predicate : predicates) c.link(c.entity(r.subject), c.node(predicate), c.entity(r.object));
}

}  // namespace

std::string relation_iri(const MapContext& c, extract::Id id) {
  const auto& r = c.x.relations[id];
  const Span at = c.points(r.evidence);
  const Span trigger = c.points(r.trigger);
  return c.config.minter.hashed(
      "statement", {c.document.sha256, std::to_string(at.begin), std::to_string(at.end), std::to_string(trigger.begin),
                    c.iri(c.entity(r.subject)), r.predicate, c.iri(c.entity(r.object)), extract::name_of(r.polarity)});
}

void map_relations(MapContext& c) {
  for (extract::Id id = 0; id < c.x.relations.size(); ++id) map_relation(c, id);
}

void map_date(MapContext& c, TermId subject, extract::Id time, bool with_bounds) {
  const auto& t = c.x.times[time];
  if (!t.edtf.empty()) c.text(subject, word::ent_date, t.edtf, kEdtfDatatype);
  c.link(subject, word::ent_dateBasis, c.value(t.basis));
  c.text(subject, word::ent_dateText, t.span.of(c.document.text));
  if (!with_bounds) return;
  const DateBounds bounds = edtf_bounds(t.edtf);
  if (!bounds.first.empty()) c.text(subject, word::sem_hasEarliestBeginTimeStamp, bounds.first, vocab::xsd::date);
  if (!bounds.last.empty()) c.text(subject, word::sem_hasLatestEndTimeStamp, bounds.last, vocab::xsd::date);
}

}  // namespace entente::ontology
