// Events with their participations (sem:Role nodes), place, date and factuality.
#include <set>

#include "ontology/mapping/context.hpp"

namespace entente::ontology {
namespace {

void map_participant(MapContext& c, TermId event, const extract::Participant& p) {
  const TermId who = c.entity(p.entity);
  const TermId node = c.node(c.config.minter.hashed("participation", {c.iri(event), p.role, c.iri(who)}));
  c.link(event, word::ent_hasParticipation, node);
  c.type(node, word::ent_EventParticipation);
  c.link(node, word::sem_roleType, c.value("role", p.role));
  c.link(node, word::ent_participant, who);
  c.link(node, word::ent_span, c.span(p.mention));
  if (p.role != "place" && p.role != "object") c.link(event, word::sem_hasActor, who);
}

// Which events stand in what somebody else claims.
std::vector<bool> claimed_events(const extract::Extraction& x) {
  std::vector<bool> claimed(x.events.size(), false);
  for (const auto& claim : x.claims) {
    if (claim.own) continue;
    for (const auto event : claim.events) claimed[event] = true;
  }
  return claimed;
}

void map_event(MapContext& c, extract::Id id, bool claimed) {
  const auto& e = c.x.events[id];
  const TermId node = c.event(id);
  c.type(node, word::sem_Event);
  c.link(node, word::sem_eventType, c.value("eventType", e.type));
  if (!e.mode.empty()) c.text(node, word::ent_mode, e.mode);
  for (const auto& participant : e.participants) map_participant(c, node, participant);
  if (e.place != extract::kNoId) c.link(node, word::sem_hasPlace, c.entity(e.place));
  if (e.time != extract::kNoId) {
    map_date(c, node, e.time, true);
  } else {
    c.link(node, word::ent_dateBasis, word::ent_NoDate);
  }
  c.link(node, word::ent_factuality, c.value(e.factuality));
  c.link(node, word::ent_polarity, c.value(e.polarity));
  c.link(node, word::ent_status, c.value(claimed ? extract::RelationStatus::Claimed : extract::RelationStatus::Asserted));
  c.link(node, word::ent_evidence, c.evidence(e.evidence));
  c.link(node, word::ent_trigger, c.span(e.trigger));
  c.provenance(node, e.rule);
  c.confidence(node, e.confidence);
}

}  // namespace

std::string event_iri(const MapContext& c, extract::Id id) {
  const auto& e = c.x.events[id];
  const Span trigger = c.points(e.trigger);
  std::set<std::string> who;
  for (const auto& p : e.participants) who.insert(p.role + "=" + std::string(c.iri(c.entity(p.entity))));
  std::string participants;
  for (const auto& p : who) participants += p + "|";
  return c.config.minter.hashed("event", {c.document.sha256, std::to_string(trigger.begin), std::to_string(trigger.end),
                                          e.type, e.mode, participants});
}

void map_events(MapContext& c) {
  c.in(Part::Knowledge);
  const auto claimed = claimed_events(c.x);
  for (extract::Id id = 0; id < c.x.events.size(); ++id) map_event(c, id, claimed[id]);
}

}  // namespace entente::ontology
