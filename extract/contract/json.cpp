#include "extract/contract/json.hpp"

#include "core/base/code_points.hpp"
#include "extract/contract/json_writer.hpp"

namespace entente::extract {
namespace {

// Writes the parts of one extraction; every span passes through `span`, the only place that knows offsets.
class ContractWriter {
 public:
  ContractWriter(std::string& out, const corpus::Document& document, const Extraction& extraction,
                 const RuleCatalogue& rules, const EntityIri& iri)
      : json_(out), document_(document), x_(extraction), rules_(rules), iri_(iri), index_(document.original) {}

  void write() {
    json_.open('{');
    json_.member("schema", "entente-extraction/1");
    write_document();
    spans("boilerplate", x_.boilerplate);
    spans("sentences", x_.sentences);
    list("entities", x_.entities, [this](const Entity& e, std::size_t i) { write_entity(e, i); });
    list("relations", x_.relations, [this](const Relation& r, std::size_t i) { write_relation(r, i); });
    list("events", x_.events, [this](const Event& e, std::size_t i) { write_event(e, i); });
    list("claims", x_.claims, [this](const Claim& c, std::size_t i) { write_claim(c, i); });
    list("times", x_.times, [this](const TimeExpression& t, std::size_t) {
      if (!t.vague) write_time(t);
    });
    json_.close('}');
  }

 private:
  template <typename T, typename F>
  void list(std::string_view name, const std::vector<T>& items, F write_item) {
    json_.key(name);
    json_.open('[');
    for (std::size_t i = 0; i < items.size(); ++i) write_item(items[i], i);
    json_.close(']');
  }

  void span(Span s) {
    const Span points = index_.of(document_.to_original(s));
    json_.open('[');
    json_.number(points.begin);
    json_.number(points.end);
    json_.close(']');
  }
  void span(std::string_view name, Span s) {
    json_.key(name);
    span(s);
  }
  void spans(std::string_view name, const std::vector<Span>& items) {
    list(name, items, [this](Span s, std::size_t) { span(s); });
  }

  void id(char kind, Id number) { json_.string(kind + std::to_string(number + 1)); }
  void id(std::string_view name, char kind, Id number) {
    json_.key(name);
    number == kNoId ? json_.null() : id(kind, number);
  }
  void ids(std::string_view name, char kind, const std::vector<Id>& items) {
    list(name, items, [this, kind](Id i, std::size_t) { id(kind, i); });
  }
  void strings(std::string_view name, const std::vector<std::string>& items) {
    list(name, items, [this](const std::string& s, std::size_t) { json_.string(s); });
  }
  void optional(std::string_view name, const std::optional<std::string>& value) {
    if (value) json_.member(name, *value);
  }
  void rule_and_confidence(RuleRef rule, float confidence) {
    if (rule < rules_.size()) json_.member("rule", rules_[rule].id);
    json_.key("confidence");
    json_.hundredths(confidence);
  }

  void write_document() {
    const auto& m = document_.metadata;
    json_.key("document");
    json_.open('{');
    json_.member("id", m.id ? *m.id : document_.source);
    json_.member("source", document_.source);
    json_.member("sha256", document_.sha256);
    json_.key("length");
    json_.number(index_.length());
    optional("title", m.title);
    strings("authors", m.authors);
    optional("published", m.published);
    optional("url", m.url);
    optional("publisher", m.publisher);
    optional("language", m.language);
    json_.close('}');
  }

  void write_entity(const Entity& e, std::size_t i) {
    json_.open('{');
    json_.key("id");
    id('e', static_cast<Id>(i));
    if (const std::string iri = iri_(e); !iri.empty()) json_.member("iri", iri);
    json_.member("type", name_of(e.type));
    list("types", e.types, [this](EntityType t, std::size_t) { json_.string(name_of(t)); });
    json_.member("name", e.name);
    if (!e.members.empty()) list("members", e.members, [this](Id member, std::size_t) { id('e', member); });
    list("mentions", e.mentions, [this](const Mention& m, std::size_t) { write_mention(m); });
    json_.close('}');
  }

  void write_mention(const Mention& m) {
    const Span points = index_.of(document_.to_original(m.span));
    json_.open('{');
    json_.key("start");
    json_.number(points.begin);
    json_.key("end");
    json_.number(points.end);
    json_.member("form", name_of(m.form));
    span("head", m.head);
    rule_and_confidence(m.rule, m.confidence);
    json_.close('}');
  }

  void write_relation(const Relation& r, std::size_t i) {
    json_.open('{');
    json_.key("id");
    id('r', static_cast<Id>(i));
    id("subject", 'e', r.subject);
    json_.member("predicate", r.predicate);
    id("object", 'e', r.object);
    json_.member("status", name_of(r.status));
    json_.member("polarity", name_of(r.polarity));
    span("evidence", r.evidence);
    span("trigger", r.trigger);
    if (r.time != kNoId) date(r.time);
    rule_and_confidence(r.rule, r.confidence);
    json_.close('}');
  }

  void date(Id time) {
    const TimeExpression& t = x_.times[time];
    json_.key("date");
    json_.open('{');
    json_.member("edtf", t.edtf);
    json_.member("basis", name_of(t.basis));
    span("text", t.span);
    json_.close('}');
  }

  void write_event(const Event& e, std::size_t i) {
    json_.open('{');
    json_.key("id");
    id('v', static_cast<Id>(i));
    json_.member("type", e.type);
    if (!e.mode.empty()) json_.member("mode", e.mode);
    span("trigger", e.trigger);
    list("participants", e.participants, [this](const Participant& p, std::size_t) {
      json_.open('{');
      json_.member("role", p.role);
      id("entity", 'e', p.entity);
      if (!p.mention.empty()) span("mention", p.mention);
      json_.close('}');
    });
    id("place", 'e', e.place);
    if (e.time != kNoId) date(e.time);
    json_.member("factuality", name_of(e.factuality));
    json_.member("polarity", name_of(e.polarity));
    span("evidence", e.evidence);
    rule_and_confidence(e.rule, e.confidence);
    json_.close('}');
  }

  void write_claim(const Claim& c, std::size_t i) {
    json_.open('{');
    json_.key("id");
    id('c', static_cast<Id>(i));
    ids("claimants", 'e', c.claimants);
    spans("source", c.source);
    spans("cue", c.cue);
    spans("content", c.content);
    json_.member("kind", name_of(c.kind));
    json_.member("attitude", name_of(c.attitude));
    json_.member("modality", name_of(c.modality));
    json_.member("polarity", name_of(c.polarity));
    ids("about", 'e', c.about);
    ids("reported_by", 'e', c.reported_by);
    json_.member("reporter_stance", name_of(c.reporter_stance));
    ids("states", 'r', c.states);
    ids("events", 'v', c.events);
    id("parent", 'c', c.parent);
    if (c.same_as != kNoId) id("same_as", 'c', c.same_as);
    json_.key("own");
    json_.boolean(c.own);
    span("evidence", c.evidence);
    rule_and_confidence(c.rule, c.confidence);
    json_.close('}');
  }

  void write_time(const TimeExpression& t) {
    const Span points = index_.of(document_.to_original(t.span));
    json_.open('{');
    json_.key("start");
    json_.number(points.begin);
    json_.key("end");
    json_.number(points.end);
    json_.member("edtf", t.edtf);
    json_.member("basis", name_of(t.basis));
    if (!t.timex.empty()) json_.member("timex", t.timex);
    if (!t.timex_type.empty()) json_.member("timex_type", t.timex_type);
    json_.close('}');
  }

  JsonWriter json_;
  const corpus::Document& document_;
  const Extraction& x_;
  const RuleCatalogue& rules_;
  const EntityIri& iri_;
  CodePointIndex index_;
};

}  // namespace

void append_json(std::string& out, const corpus::Document& document, const Extraction& extraction,
                 const RuleCatalogue& rules, const EntityIri& iri) {
  ContractWriter(out, document, extraction, rules, iri).write();
}

}  // namespace entente::extract
