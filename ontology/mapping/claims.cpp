// Claims: who, in which words, how surely, about whom; never a fact.
#include "ontology/mapping/context.hpp"

namespace entente::ontology {
namespace {

std::string key_of(const MapContext& c, const std::vector<Span>& spans) {
  std::string out;
  for (const Span s : spans) {
    const Span points = c.points(s);
    ((((out += std::to_string(points.begin)) += '-') += std::to_string(points.end)) += ',');
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

void link_entities(MapContext& c, TermId node, TermId property, const std::vector<extract::Id>& ids) {
  for (const auto id : ids) c.link(node, property, c.entity(id));
}

void link_spans(MapContext& c, TermId node, TermId property, const std::vector<Span>& spans) {
  for (const Span s : spans) c.link(node, property, c.span(s));
}

void map_claim(MapContext& c, extract::Id id) {
  const auto& claim = c.x.claims[id];
  const TermId node = c.claim(id);
  c.type(node, word::ent_Claim);
  c.text(node, word::schema_text, content_text(c, claim));
  c.link(node, word::schema_appearance, c.doc());
  link_entities(c, node, word::ent_claimant, claim.claimants);
  link_entities(c, node, word::ent_reportedBy, claim.reported_by);
  link_entities(c, node, word::schema_about, claim.about);
  link_spans(c, node, word::ent_sourceSpan, claim.source);
  link_spans(c, node, word::ent_cueSpan, claim.cue);
  link_spans(c, node, word::ent_contentSpan, claim.content);
  c.link(node, word::ent_stanceOfReporter, c.value(claim.reporter_stance));
  c.link(node, word::ent_attributionKind, c.value(claim.kind));
  c.link(node, word::ent_attitude, c.value(claim.attitude));
  c.link(node, word::ent_modality, c.value(claim.modality));
  c.link(node, word::ent_polarity, c.value(claim.polarity));
  if (claim.own) c.text(node, word::ent_ownClaim, "true", vocab::xsd::boolean_);
  for (const auto relation : claim.states) c.link(node, word::ent_states, c.relation(relation));
  for (const auto event : claim.events) {
    c.link(node, word::ent_statesEvent, c.event(event));
    c.link(c.event(event), word::ent_claimedIn, node);
  }
  if (claim.parent != extract::kNoId) c.link(node, word::ent_parentClaim, c.claim(claim.parent));
  if (claim.same_as != extract::kNoId) c.link(node, word::ent_sameClaimAs, c.claim(claim.same_as));
  c.link(node, word::ent_evidence, c.evidence(claim.evidence));
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
