// Events with their participations (sem:Role nodes), place, date and factuality.
#include <set>

#include "ontology/mapping/context.hpp"

namespace entente::ontology {
namespace {

void map_participant(MapContext& c, const std::string& event, const extract::Participant& p) {
  const std::string& who = c.entity(p.entity);
  const std::string node = c.config.minter.hashed("participation", {event, p.role, who});
  c.link(event, ent("hasParticipation"), node);
  c.type(node, ent("EventParticipation"));
  c.link(node, vocab::sem::roleType, c.term("role", p.role));
  c.link(node, ent("participant"), who);
  c.link(node, ent("span"), c.span(p.mention));
  if (p.role != "place") c.link(event, vocab::sem::hasActor, who);
}

bool is_claimed(const MapContext& c, extract::Id id) {
  for (const auto& claim : c.x.claims) {
    if (claim.own) continue;
    for (const auto event : claim.events) {
      if (event == id) return true;
    }
  }
  return false;
}

void map_event(MapContext& c, extract::Id id) {
  const auto& e = c.x.events[id];
  const std::string node = event_iri(c, id);
  c.type(node, vocab::sem::Event);
  c.link(node, vocab::sem::eventType, c.term("eventType", e.type));
  if (!e.mode.empty()) c.text(node, ent("mode"), e.mode);
  for (const auto& participant : e.participants) map_participant(c, node, participant);
  if (e.place != extract::kNoId) c.link(node, vocab::sem::hasPlace, c.entity(e.place));
  if (e.time != extract::kNoId) {
    map_date(c, node, e.time, true);
  } else {
    c.link(node, ent("dateBasis"), ent("NoDate"));
  }
  c.link(node, ent("factuality"), c.term("factuality", extract::name_of(e.factuality)));
  c.link(node, ent("polarity"), c.term("polarity", extract::name_of(e.polarity)));
  c.link(node, ent("status"), c.term("status", is_claimed(c, id) ? "claimed" : "asserted"));
  c.link(node, ent("evidence"), c.evidence(e.evidence));
  c.link(node, ent("trigger"), c.span(e.trigger));
  c.provenance(node, e.rule);
  c.confidence(node, e.confidence);
}

}  // namespace

std::string event_iri(const MapContext& c, extract::Id id) {
  const auto& e = c.x.events[id];
  const Span trigger = c.points(e.trigger);
  std::set<std::string> who;
  for (const auto& p : e.participants) who.insert(p.role + "=" + c.entity(p.entity));
  std::string participants;
  for (const auto& p : who) participants += p + "|";
  return c.config.minter.hashed("event", {c.document.sha256, std::to_string(trigger.begin), std::to_string(trigger.end),
                                          e.type, e.mode, participants});
}

void map_events(MapContext& c) {
  c.in(Part::Knowledge);
  for (extract::Id id = 0; id < c.x.events.size(); ++id) map_event(c, id);
}

}  // namespace entente::ontology
