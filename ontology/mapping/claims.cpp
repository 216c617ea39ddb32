// Claims: who, in which words, how surely, about whom; never a fact.
#include "ontology/mapping/context.hpp"

namespace entente::ontology {
namespace {

std::string key_of(const MapContext& c, const std::vector<Span>& spans) {
  std::string out;
  for (const Span s : spans) {
    const Span points = c.points(s);
    out += std::to_string(points.begin) + "-" + std::to_string(points.end) + ",";
  }
  return out;
}

// The words of the content, parts of an interrupted one joined by a blank.
std::string content_text(const MapContext& c, const extract::Claim& claim) {
  std::string out;
  for (const Span s : claim.content) {
    if (!out.empty()) out += ' ';
    out += s.of(c.document.text);
  }
  return out;
}

void link_entities(MapContext& c, const std::string& node, std::string_view property,
                   const std::vector<extract::Id>& ids) {
  for (const auto id : ids) c.link(node, property, c.entity(id));
}

void link_spans(MapContext& c, const std::string& node, std::string_view property, const std::vector<Span>& spans) {
  for (const Span s : spans) c.link(node, property, c.span(s));
}

void map_claim(MapContext& c, extract::Id id) {
  const auto& claim = c.x.claims[id];
  const std::string node = claim_iri(c, id);
  c.type(node, ent("Claim"));
  c.text(node, vocab::schema::text, content_text(c, claim));
  c.link(node, vocab::schema::appearance, c.doc());
  link_entities(c, node, ent("claimant"), claim.claimants);
  link_entities(c, node, ent("reportedBy"), claim.reported_by);
  link_entities(c, node, vocab::schema::about, claim.about);
  link_spans(c, node, ent("sourceSpan"), claim.source);
  link_spans(c, node, ent("cueSpan"), claim.cue);
  link_spans(c, node, ent("contentSpan"), claim.content);
  c.link(node, ent("stanceOfReporter"), c.term("stance", extract::name_of(claim.reporter_stance)));
  c.link(node, ent("attributionKind"), c.term("kind", extract::name_of(claim.kind)));
  c.link(node, ent("attitude"), c.term("attitude", extract::name_of(claim.attitude)));
  c.link(node, ent("modality"), c.term("modality", extract::name_of(claim.modality)));
  c.link(node, ent("polarity"), c.term("polarity", extract::name_of(claim.polarity)));
  if (claim.own) c.text(node, ent("ownClaim"), "true", vocab::xsd::boolean_);
  for (const auto relation : claim.states) c.link(node, ent("states"), relation_iri(c, relation));
  for (const auto event : claim.events) {
    c.link(node, ent("statesEvent"), event_iri(c, event));
    c.link(event_iri(c, event), ent("claimedIn"), node);
  }
  if (claim.parent != extract::kNoId) c.link(node, ent("parentClaim"), claim_iri(c, claim.parent));
  if (claim.same_as != extract::kNoId) c.link(node, ent("sameClaimAs"), claim_iri(c, claim.same_as));
  c.link(node, ent("evidence"), c.evidence(claim.evidence));
  c.provenance(node, claim.rule);
  c.confidence(node, claim.confidence);
}

}  // namespace

std::string claim_iri(const MapContext& c, extract::Id id) {
  const auto& claim = c.x.claims[id];
  return c.config.minter.hashed(
      "claim", {c.document.sha256, key_of(c, claim.source), key_of(c, claim.cue), key_of(c, claim.content)});
}

void map_claims(MapContext& c) {
  c.in(Part::Knowledge);
  for (extract::Id id = 0; id < c.x.claims.size(); ++id) map_claim(c, id);
}

}  // namespace entente::ontology
