#include "extract/events/writer.hpp"

namespace entente::extract {
namespace {

class Writer {
 public:
  explicit Writer(const EventTools& tools)
      : lexical_(tools.lexical), a_(tools.analysis), arguments_(tools.arguments), participants_(tools.participants) {}

  bool write(const rules::Match& match, const Draft& draft) {
    Event event;
    event.type = draft.type;
    event.mode = draft.mode;
    event.trigger = a_.span(draft.first, draft.last);
    event.factuality = match.rule->value("factuality").empty() ? draft.factuality : Factuality::Attempted;
    event.polarity = match.rule->value("polarity") == "negative" ? Polarity::Negative : draft.polarity;
    event.evidence = a_.segmentation.sentences[match.sentence].span;
    event.rule = match.rule->ref;
    bool named = false;
    const std::size_t before = a_.result.entities.size();
    std::vector<Id> seen;
    const auto add = [&](const char* role, const std::vector<std::uint32_t>& heads) {
      for (const auto head : heads) {
        if (inside(draft, head)) continue;
        const auto who = participants_.resolve(head);
        if (who.entity == kNoId || std::find(seen.begin(), seen.end(), who.entity) != seen.end()) continue;
        seen.push_back(who.entity);
        named = named || who.named || who.type != EntityType::Other;
        event.participants.push_back({role, who.entity, who.mention});
      }
    };
    add("actor", draft.actors);
    const std::size_t actors = event.participants.size();
    add(draft.reciprocal && actors > 0 ? "actor" : "recipient", draft.recipients);
    if (!draft.reciprocal || event.participants.size() < 2) add("object", draft.objects);  // a deed among several is done to none of them
    if (!named || (draft.noun && actors == 0)) {
      participants_.forget(before);
      return false;
    }
    event.confidence = match.rule->confidence - (actors == 0 || event.participants.size() == actors ? 0.15F : 0.0F) - (draft.noun ? 0.05F : 0.0F);
    place(draft, event);
    time(match.sentence, draft, event);
    if (draft.noun) described(draft, event);
    a_.result.events.push_back(std::move(event));
    return true;
  }

 private:
  void place(const Draft& draft, Event& event) {
    const std::uint32_t base = draft.verb != kNoToken ? draft.verb : draft.noun_token;
    std::vector<Argument> around = arguments_.prepositional(base);
    if (draft.noun)
      for (const auto& other : arguments_.prepositional(draft.noun_token)) around.push_back(other);
    for (const auto& argument : around) {
      const auto preposition = lexical_.vocabulary.text(argument.preposition);
      if (!locative(preposition) && preposition != "to") continue;
      const auto* mention = participants_.mention_headed(argument.head);
      if (mention == nullptr || (mention->type != EntityType::Place && (mention->type != EntityType::State || preposition == "to"))) continue;
      event.place = mention->entity;
      return;
    }
  }

  // The verb that a time expression belongs to, as it was attached; kNoToken if none is known.
  std::uint32_t verb_of(Span time) const {
    const auto& tokens = a_.segmentation.tokens;
    const auto behind = std::lower_bound(tokens.begin(), tokens.end(), time.end, [](const auto& token, std::uint32_t end) { return token.span.end < end; });
    if (behind == tokens.end()) return kNoToken;
    auto t = static_cast<std::uint32_t>(behind - tokens.begin());
    if (const Chunk* phrase = arguments_.chunk_of(t)) t = phrase->head;
    for (int steps = 0; steps < 4 && t < a_.words.size(); ++steps) {
      if (steps > 0 && a_.words[t].upos == Upos::Verb) return t;
      t = a_.words[t].head;
    }
    return kNoToken;
  }

  // "thanked Norway, which has led the talks since 2017": the year is of another clause.
  bool elsewhere(const Draft& draft, Span time) const {
    const auto verb = verb_of(time);
    const Chunk* group = verb == kNoToken ? nullptr : arguments_.chunk_of(verb);
    if (group == nullptr || group->kind != ChunkKind::VerbGroup) return false;
    auto own = draft.verb != kNoToken ? draft.verb : a_.words[draft.noun_token].head;
    for (int steps = 0; steps < 4 && own < a_.words.size(); ++steps) {
      if (own == verb) return false;
      own = a_.words[own].head;
    }
    auto other = verb;  // the time of what the trigger governs
    const auto base = draft.verb != kNoToken ? draft.verb : draft.noun_token;
    for (int steps = 0; steps < 4 && other < a_.words.size(); ++steps) {
      if (arguments_.is(other, Deprel::Acl) || arguments_.is(other, Deprel::Parataxis) || arguments_.is(other, Deprel::Advcl)) return true;
      other = a_.words[other].head;
      if (other == base) return false;
    }
    return true;
  }

  // The nearest time expression of the sentence, at most twelve words away.
  void time(std::uint32_t sentence, const Draft& draft, Event& event) const {
    const Span whole = a_.segmentation.sentences[sentence].span;
    const Span trigger = a_.span(draft.first, draft.last);
    std::uint32_t best = 90;
    const auto& times = a_.result.times;  // in text order
    auto at = std::lower_bound(times.begin(), times.end(), whole.begin, [](const TimeExpression& x, std::uint32_t begin) { return x.span.begin < begin; });
    for (; at != times.end() && at->span.begin < whole.end; ++at) {
      const Span span = at->span;
      if (!whole.contains(span) || at->edtf.empty()) continue;
      const auto t = static_cast<Id>(at - times.begin());
      const std::uint32_t distance = span.begin >= trigger.end ? span.begin - trigger.end : trigger.begin > span.end ? trigger.begin - span.end : 0;
      if (distance >= best || (distance > 1 && elsewhere(draft, span))) continue;
      best = distance;
      event.time = t;
    }
  }

  // "the recent visit", "an alleged attack", "a planned summit": what the adjectives of the trigger say of when and
  // how surely. A date without a value is no time expression of its own.
  void described(const Draft& draft, Event& event) {
    const Chunk* phrase = arguments_.chunk_of(draft.noun_token);
    if (phrase == nullptr) return;
    for (std::uint32_t t = phrase->first; t < draft.first; ++t) {
      const auto word = lexical_.vocabulary.text(a_.words[t].form);
      if (one_of(word, {"planned", "possible", "potential", "proposed", "alleged", "suspected", "likely"}) && event.factuality == Factuality::Certain)
        event.factuality = Factuality::Possible;
      if (one_of(word, {"attempted", "failed", "foiled", "thwarted"})) event.factuality = Factuality::Attempted;
      if (event.time != kNoId || !one_of(word, {"recent", "latest", "current", "ongoing", "upcoming", "forthcoming", "earlier", "previous", "imminent"}))
        continue;
      TimeExpression when;
      when.span = a_.span(t, t + 1);
      when.basis = DateBasis::Relative;
      when.vague = true;
      event.time = static_cast<Id>(a_.result.times.size());
      a_.result.times.push_back(std::move(when));
    }
  }

  const Lexical& lexical_;
  Analysis& a_;
  const Arguments& arguments_;
  Participants& participants_;
};

}  // namespace

bool write_event(const EventTools& tools, const rules::Match& match, const Draft& draft) { return Writer(tools).write(match, draft); }

}  // namespace entente::extract
