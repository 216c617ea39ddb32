// Relations become statements; asserted ones also the direct triple, posts and memberships an org:Membership.
#include "ontology/edtf.hpp"
#include "ontology/mapping/context.hpp"

namespace entente::ontology {
namespace {

void map_membership(MapContext& c, const extract::Relation& r, const std::string& statement) {
  const auto& object = c.x.entities[r.object];
  const std::string node = c.config.minter.hashed("membership", {statement});
  c.type(node, vocab::org::Membership);
  c.link(node, vocab::org::member, c.entity(r.subject));
  const bool post = object.type == extract::EntityType::Post;
  c.link(node, post ? ent("post") : std::string(vocab::org::organization), c.entity(r.object));
  c.link(node, vocab::prov::wasDerivedFrom, statement);
  c.link(node, ent("status"), ent("Asserted"));
  if (r.begins && r.time != extract::kNoId) {
    const auto& edtf = c.x.times[r.time].edtf;
    if (const auto datatype = date_datatype(edtf); datatype != kEdtfDatatype) c.text(node, ent("validFrom"), edtf, datatype);
  }
  if (c.config.table.names_post(r.predicate) && !r.trigger.empty()) {
    c.text(node, ent("roleLabel"), r.trigger.of(c.document.text));
  }
}

void map_relation(MapContext& c, extract::Id id) {
  const auto& r = c.x.relations[id];
  const bool asserted = r.status == extract::RelationStatus::Asserted && r.polarity == extract::Polarity::Positive;
  const auto predicates = c.config.table.predicates(r.predicate);
  const std::string node = relation_iri(c, id);
  c.in(Part::Knowledge);
  c.type(node, ent("Statement"));
  c.link(node, vocab::rdf::subject, c.entity(r.subject));
  c.link(node, vocab::rdf::predicate, predicates.front());
  c.link(node, vocab::rdf::object, c.entity(r.object));
  c.link(node, ent("status"), c.term("status", extract::name_of(r.status)));
  c.link(node, ent("polarity"), c.term("polarity", extract::name_of(r.polarity)));
  c.link(node, ent("evidence"), c.evidence(r.evidence));
  c.link(node, ent("trigger"), c.span(r.trigger));
  if (c.config.table.names_post(r.predicate) && !r.trigger.empty()) {
    c.text(node, ent("roleLabel"), r.trigger.of(c.document.text));
  }
  if (r.time != extract::kNoId) map_date(c, node, r.time, false);
  c.provenance(node, r.rule);
  c.confidence(node, r.confidence);
  if (!asserted) return;
  if (c.config.table.makes_membership(r.predicate)) map_membership(c, r, node);
  c.in(Part::Shared);
  for (const auto& predicate : predicates) c.link(c.entity(r.subject), predicate, c.entity(r.object));
}

}  // namespace

std::string relation_iri(const MapContext& c, extract::Id id) {
  const auto& r = c.x.relations[id];
  const Span at = c.points(r.evidence);
  const Span trigger = c.points(r.trigger);
  return c.config.minter.hashed(
      "statement", {c.document.sha256, std::to_string(at.begin), std::to_string(at.end), std::to_string(trigger.begin),
                    c.entity(r.subject), r.predicate, c.entity(r.object), extract::name_of(r.polarity)});
}

void map_relations(MapContext& c) {
  for (extract::Id id = 0; id < c.x.relations.size(); ++id) map_relation(c, id);
}

void map_date(MapContext& c, const std::string& subject, extract::Id time, bool with_bounds) {
  const auto& t = c.x.times[time];
  if (!t.edtf.empty()) c.text(subject, ent("date"), t.edtf, kEdtfDatatype);
  c.link(subject, ent("dateBasis"), c.term("basis", extract::name_of(t.basis)));
  c.text(subject, ent("dateText"), t.span.of(c.document.text));
  if (!with_bounds) return;
  const DateBounds bounds = edtf_bounds(t.edtf);
  if (!bounds.first.empty()) c.text(subject, vocab::sem::hasEarliestBeginTimeStamp, bounds.first, vocab::xsd::date);
  if (!bounds.last.empty()) c.text(subject, vocab::sem::hasLatestEndTimeStamp, bounds.last, vocab::xsd::date);
}

}  // namespace entente::ontology
