// Every match of a rule of kind `event` names a trigger; the rule or the trigger's lexicon item gives type and mode.
// Verbs that govern the trigger may turn it into another event ("refused to meet") or change how sure it is.
#include "extract/events/events.hpp"

#include <algorithm>

#include "extract/events/arguments.hpp"
#include "extract/events/participants.hpp"
#include "extract/rules/run.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

bool conflict(std::string_view type) {
  for (const std::string_view t : {"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST", "ACCUSE", "REJECT", "THREATEN"})
    if (t == type) return true;
  return false;
}

struct Draft {
  std::string type;
  std::string mode;
  std::string_view prepositions;      // "on,against"
  bool reciprocal = false;
  bool noun = false;
  std::uint32_t verb = kNone;         // governs the arguments
  std::uint32_t noun_token = kNone;
  std::uint32_t first = 0;            // trigger tokens
  std::uint32_t last = 0;
  std::uint32_t actor = kNone;        // heads of phrases
  std::vector<std::uint32_t> actors;
  std::vector<std::uint32_t> recipients;
  std::vector<std::uint32_t> objects;  // what it is done to or with
  Factuality factuality = Factuality::Certain;
  Polarity polarity = Polarity::Positive;
};

class EventFinder {
 public:
  EventFinder(const EventConfig& config, Analysis& a)
      : config_(config), lexical_(*config.lexical), a_(a), arguments_(lexical_, a), participants_(lexical_, a, config.descriptor),
        used_(a.words.size(), 0) {
    controls_ = lexical_.lexicons.find("event-controls");
  }

  void run() {
    rules::RunOptions options;
    options.observer = a_.observer;
    Diagnostics unused;
    rules::run(config_.book->of("event"), lexical_.vocabulary, lexical_.lexicons, a_, [&](const rules::Match& m) { matched(m); }, options,
               a_.diagnostics != nullptr ? *a_.diagnostics : unused);
    std::stable_sort(a_.result.events.begin(), a_.result.events.end(), [](const Event& x, const Event& y) { return x.trigger < y.trigger; });
  }

 private:
  static bool listed(std::string_view list, std::string_view word) {
    while (!list.empty()) {
      const auto comma = list.find(',');
      if (list.substr(0, comma) == word) return true;
      if (comma == std::string_view::npos) return false;
      list.remove_prefix(comma + 1);
    }
    return false;
  }

  void matched(const rules::Match& match) {
    const rules::Unit* trigger = match.role("trigger");
    if (trigger == nullptr) return;
    for (std::uint32_t t = trigger->first; t < trigger->last; ++t)
      if (used_[t]) return;
    Draft draft;
    if (!describe(match, *trigger, draft)) return;
    arguments(match, draft);
    governed(draft);
    if (emit(match, draft))
      for (std::uint32_t t = trigger->first; t < trigger->last; ++t) used_[t] = 1;
  }

  bool describe(const rules::Match& match, const rules::Unit& trigger, Draft& draft) {
    const LexiconItem* item = trigger.kind == rules::UnitKind::Item ? &lexical_.lexicons.item(trigger.index) : nullptr;
    draft.type = match.rule->value("type").empty() ? std::string(item != nullptr ? item->attribute("type") : "") : std::string(match.rule->value("type"));
    draft.mode = match.rule->value("mode").empty() && match.rule->value("type").empty() && item != nullptr ? std::string(item->attribute("mode"))
                                                                                                          : std::string(match.rule->value("mode"));
    draft.prepositions = match.rule->value("to").empty() && item != nullptr ? item->attribute("to") : match.rule->value("to");
    draft.reciprocal = !match.rule->value("reciprocal").empty() || (item != nullptr && item->attribute("reciprocal") == "yes");
    draft.first = trigger.first;
    draft.last = trigger.last;
    draft.noun = a_.words[trigger.head].upos == Upos::Noun || a_.words[trigger.head].upos == Upos::Propn;
    if (draft.noun) draft.noun_token = trigger.head;
    else draft.verb = trigger.head;
    if (const auto* light = match.role("light")) {
      draft.verb = light->head;
      used_[light->head] = 1;
    }
    return !draft.type.empty();
  }

  void arguments(const rules::Match& match, Draft& draft) {
    const auto explicit_role = [&](std::string_view role, std::vector<std::uint32_t>& out) {
      for (const auto& unit : match.all(role)) out.push_back(unit.head);
    };
    explicit_role("actor", draft.actors);
    explicit_role("recipient", draft.recipients);
    if (draft.actors.empty()) {
      Argument actor;
      if (draft.verb != kNone) actor = arguments_.actor(draft.verb);
      if (!actor.found() && draft.noun) actor = arguments_.possessor(draft.noun_token);
      if (!actor.found() && draft.noun) actor = by_phrase(draft.noun_token);
      if (actor.found()) actor = author(antecedent(actor, draft.verb));
      if (actor.found()) draft.actors = arguments_.conjuncts(actor.head);
      else if (draft.noun) inner_actor(draft);
    }
    if (draft.recipients.empty()) recipients(draft);
  }

  // "Germany said it would ...": a pronoun that nothing resolved is the subject of the verb that governs the clause.
  Argument antecedent(Argument actor, std::uint32_t verb) {
    if (a_.words[actor.head].upos != Upos::Pron || participants_.mention_headed(actor.head) != nullptr || verb == kNone) return actor;
    for (int steps = 0; steps < 4; ++steps) {
      const Word& word = a_.words[verb];
      if (word.head == kNone || a_.words[word.head].upos != Upos::Verb) return actor;
      verb = word.head;
      const Argument boss = arguments_.subject(verb);
      if (boss.found() && boss.head < actor.head && a_.words[boss.head].upos != Upos::Pron) return boss;
    }
    return actor;
  }

  // "passed a resolution criticising X": what a text does is done by whoever makes it.
  Argument author(Argument actor) {
    if (!arguments_.is(actor.head, Deprel::Obj) || kind(actor.head) != ParticipantKind::Thing) return actor;
    const Argument maker = arguments_.actor(a_.words[actor.head].head);
    return maker.found() ? maker : actor;
  }

  Argument by_phrase(std::uint32_t noun) {
    for (const auto& argument : arguments_.prepositional(noun))
      if (argument.preposition == lexical_.function_words.by || lexical_.vocabulary.text(argument.preposition) == "between") return argument;
    return {};
  }

  // "Russian airstrikes", "the US-China talks": a name inside the noun phrase.
  void inner_actor(Draft& draft) {
    const Chunk* phrase = arguments_.chunk_of(draft.noun_token);
    if (phrase == nullptr) return;
    for (std::uint32_t t = phrase->first; t < draft.first; ++t)
      if (const auto* mention = participants_.mention_headed(t)) draft.actors.push_back(mention->last - 1);
  }

  bool inside_trigger(const Draft& draft, Symbol preposition) const {
    for (std::uint32_t t = draft.first; t < draft.last; ++t)
      if (a_.words[t].form == preposition) return true;
    return false;
  }

  // The object if it acts; else, and beside an unnamed one, the phrase with a preposition that says at whom the deed is
  // aimed: "returned the vases to Peru", "sent troops to Chad". What does not act is the event's object.
  void recipients(Draft& draft) {
    const std::uint32_t base = draft.noun ? draft.noun_token : draft.verb;
    if (base == kNone) return;
    if (!draft.noun) {
      const Argument object = arguments_.object(draft.verb);
      if (object.found() && (draft.actors.empty() || object.head != draft.actors.front()))
        (kind(object.head) >= ParticipantKind::Described ? draft.recipients : draft.objects) = arguments_.conjuncts(object.head);
    }
    if (!draft.recipients.empty() && kind(draft.recipients.front()) == ParticipantKind::Named) return;
    const std::size_t before = draft.recipients.size();
    aimed_at(draft, around(draft, base));
    if (draft.recipients.size() == before && before == 0) further(draft, base, 0);
  }

  // Phrases with a preposition that hang on the trigger, or on the verb that governs it.
  std::vector<Argument> around(const Draft& draft, std::uint32_t base) const {
    std::vector<Argument> out = arguments_.prepositional(base);
    if (draft.noun && draft.verb != kNone)
      for (const auto& other : arguments_.prepositional(draft.verb)) out.push_back(other);
    return out;
  }

  // The first phrase with a preposition of the trigger's own, or of direction, that names somebody; else that describes somebody or something.
  void aimed_at(Draft& draft, const std::vector<Argument>& around) {
    const bool alone = draft.recipients.empty();
    for (const auto least : {ParticipantKind::Named, ParticipantKind::Described, ParticipantKind::Thing}) {
      if (!alone && least != ParticipantKind::Named) return;
      for (const auto& argument : around) {
        const auto preposition = lexical_.vocabulary.text(argument.preposition);
        const bool own = listed(draft.prepositions, preposition) || inside_trigger(draft, argument.preposition);
        if (!own && (least == ParticipantKind::Thing || !directional(preposition))) continue;
        if (kind(argument.head) < least || inside(draft, argument.head)) continue;
        if (least == ParticipantKind::Thing && !draft.objects.empty()) continue;
        auto& role = least == ParticipantKind::Thing ? draft.objects : draft.recipients;
        for (const auto head : arguments_.conjuncts(argument.head)) role.push_back(head);
        return;
      }
    }
  }

  static bool directional(std::string_view preposition) {
    return one_of(preposition, {"to", "into", "from", "against", "toward", "towards", "with", "on", "upon", "over", "of", "for"});
  }
  static bool inside(const Draft& draft, std::uint32_t token) { return token >= draft.first && token < draft.last; }
  ParticipantKind kind(std::uint32_t head) const { return participants_.kind(arguments_, head); }

  // Where the phrase itself names nobody: the clause that it governs ("agreed to send aid to X", "demanded that X resign"),
  // then a named phrase after any preposition ("imposed a curfew in X").
  void further(Draft& draft, std::uint32_t word, int depth) {
    if (depth > 2) return;
    if (a_.words[word].upos == Upos::Adj && arguments_.is(word, Deprel::Xcomp)) word = a_.words[word].head;  // "is willing to ..."
    const auto object = arguments_.child(word, Deprel::Obj);
    for (const auto inner : {governed_verb(word, Deprel::Xcomp), object != kNone ? governed_verb(object, Deprel::Acl) : kNone}) {
      if (inner == kNone) continue;
      governed_clause(draft, inner);
      if (draft.recipients.empty()) further(draft, inner, depth + 1);
      if (!draft.recipients.empty()) return;
    }
    if (draft.type == "REQUEST" && asked(draft, word)) return;
    for (const auto& argument : around(draft, word)) {
      if (argument.preposition == lexical_.function_words.by || !actor_like(argument.head) || only_place(argument)) continue;
      draft.recipients = arguments_.conjuncts(argument.head);
      return;
    }
  }

  std::uint32_t governed_verb(std::uint32_t word, Deprel relation) const {
    for (const auto t : a_.dependents.of(word))
      if (t > word && arguments_.is(t, relation) && a_.words[t].upos == Upos::Verb && arguments_.chunk_of(t) != nullptr) return t;
    return kNone;
  }

  void governed_clause(Draft& draft, std::uint32_t inner) {
    const Argument patient = arguments_.object(inner);
    if (patient.found() && patient.head > inner)
      (actor_like(patient.head) ? draft.recipients : draft.objects) = arguments_.conjuncts(patient.head);
    if (draft.recipients.empty() || kind(draft.recipients.front()) != ParticipantKind::Named) aimed_at(draft, arguments_.prepositional(inner));
  }

  // "demanded that X resign": who is to do it.
  bool asked(Draft& draft, std::uint32_t verb) {
    const auto clause = arguments_.child(verb, Deprel::Ccomp);
    if (clause == kNone || clause < verb) return false;
    const Argument subject = arguments_.subject(clause);
    if (!subject.found() || subject.head < verb || !actor_like(subject.head)) return false;
    draft.recipients = arguments_.conjuncts(subject.head);
    return true;
  }

  // "met in Kolkata": where it happened, not with whom. A state may be both: "imposed a curfew in Mali".
  bool only_place(const Argument& argument) const {
    if (!locative(lexical_.vocabulary.text(argument.preposition))) return false;
    const auto* mention = participants_.mention_headed(argument.head);
    return mention == nullptr || mention->type == EntityType::Place || mention->type == EntityType::Organization;
  }

  static bool locative(std::string_view preposition) {
    return preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside";
  }

  bool actor_like(std::uint32_t head) const { return kind(head) >= ParticipantKind::Described; }

  // Modality of the verb group, conditions, and governing verbs, from the inside out.
  void governed(Draft& draft) {
    std::uint32_t verb = draft.verb;
    if (verb == kNone && draft.noun && governing_verb(draft.noun_token) != kNone) verb = governing_verb(draft.noun_token);
    if (verb == kNone) return;
    const Chunk* group = arguments_.chunk_of(verb);
    if (group != nullptr && group->kind == ChunkKind::VerbGroup) mood(*group, draft);
    for (int steps = 0; steps < 4; ++steps) {
      const Word& word = a_.words[verb];
      if (conditional(verb)) draft.factuality = Factuality::Hypothetical;
      const bool complement = arguments_.is(verb, Deprel::Xcomp) || (arguments_.is(verb, Deprel::Advcl) && prepositional_gerund(verb)) ||
                              (arguments_.is(verb, Deprel::Acl) && infinitive(verb)) || arguments_.is(verb, Deprel::Conj);
      if (!complement || word.head == kNone || word.head >= a_.words.size()) return;
      if (arguments_.is(verb, Deprel::Conj) && !infinitive(verb)) return;
      const std::uint32_t governor = word.head;
      if (!arguments_.is(verb, Deprel::Conj)) control(governor, verb, draft);
      verb = governor;
      if (a_.words[verb].upos != Upos::Verb && a_.words[verb].upos != Upos::Aux) return;
    }
  }

  std::uint32_t governing_verb(std::uint32_t noun) const { return arguments_.is(noun, Deprel::Obj) ? a_.words[noun].head : kNone; }
  bool infinitive(std::uint32_t verb) const {
    const Chunk* group = arguments_.chunk_of(verb);
    return group != nullptr && (group->flags & kInfinitive) != 0;
  }
  bool prepositional_gerund(std::uint32_t verb) const {
    const Chunk* group = arguments_.chunk_of(verb);
    return group != nullptr && (group->flags & kGerund) != 0 && arguments_.child(verb, Deprel::Mark) != kNone;
  }
  bool conditional(std::uint32_t verb) const {
    const auto mark = arguments_.child(verb, Deprel::Mark);
    if (mark == kNone) return false;
    const auto word = lexical_.vocabulary.text(a_.words[mark].form);
    return word == "if" || word == "unless" || word == "whether";
  }

  void mood(const Chunk& group, Draft& draft) {
    if (group.flags & kNegated) draft.polarity = Polarity::Negative;
    if ((group.flags & kFuture) && !draft.noun) {
      if (group.flags & kNegated) {
        draft.polarity = Polarity::Positive;
        become(draft, "REJECT");
      } else {
        become(draft, conflict(draft.type) ? "THREATEN" : "AGREE");
      }
    }
    if (group.modal == kNone || !(group.flags & kModal)) return;
    const auto modal = lexical_.vocabulary.text(a_.words[group.modal].form);
    if (modal == "would" || modal == "'d") become(draft, group.flags & kNegated ? "REJECT" : conflict(draft.type) ? "THREATEN" : "AGREE");
    else draft.factuality = modal == "must" || modal == "should" || modal == "ought" ? Factuality::Hypothetical : Factuality::Possible;
    if (modal == "would" && (group.flags & kNegated)) draft.polarity = Polarity::Positive;
  }

  static void become(Draft& draft, std::string type) {
    if (draft.type != type) draft.mode.clear();
    draft.type = std::move(type);
  }

  void control(std::uint32_t governor, std::uint32_t verb, Draft& draft) {
    if (!controls_) return;
    const auto found = lexical_.lexicons.longest(*controls_, lexical_.vocabulary, a_.words, governor, a_.segmentation.sentences[a_.words[governor].sentence].last);
    if (found.words == 0) return;
    const LexiconItem& item = lexical_.lexicons.item(found.item);
    const auto control = item.attribute("control");
    const Chunk* group = arguments_.chunk_of(governor);
    const bool negated = group != nullptr && (group->flags & kNegated) != 0;
    if (item.attribute("factuality") == "attempted") draft.factuality = Factuality::Attempted;
    if (item.attribute("factuality") == "possible") draft.factuality = Factuality::Possible;
    if (item.attribute("polarity") == "negative") draft.polarity = Polarity::Negative;
    if (negated && control.empty()) draft.polarity = Polarity::Negative;
    if (control.empty()) return;
    if (used_[governor] == 0) used_[governor] = 1;
    draft.first = governor;
    draft.last = governor + found.words;
    const Argument boss = arguments_.actor(governor);
    if (control == "REQUEST") {
      const auto asked = arguments_.passive(governor) ? arguments_.subject(governor) : Argument{arguments_.child(governor, Deprel::Obj), 0};
      become(draft, "REQUEST");
      if (asked.found()) draft.recipients = arguments_.conjuncts(asked.head);
    } else if (control == "VOW") {
      become(draft, conflict(draft.type) ? "THREATEN" : "AGREE");
    } else if (control == "RETREAT") {
      become(draft, conflict(draft.type) ? "RETREAT" : "SANCTION");
    } else {
      become(draft, negated && control == "AGREE" ? "REJECT" : std::string(control));
    }
    if (negated && control == "AGREE") draft.polarity = Polarity::Positive;
    if (boss.found()) draft.actors = arguments_.conjuncts(boss.head);
    (void)verb;
  }

  bool emit(const rules::Match& match, Draft& draft) {
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
        const auto who = participants_.resolve(arguments_, head);
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

  void place(const Draft& draft, Event& event) {
    const std::uint32_t base = draft.verb != kNone ? draft.verb : draft.noun_token;
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
      if (distance >= best) continue;
      best = distance;
      event.time = t;
    }
  }

  static bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
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

  const EventConfig& config_;
  const Lexical& lexical_;
  Analysis& a_;
  Arguments arguments_;
  Participants participants_;
  std::vector<std::uint8_t> used_;
  std::optional<LexiconId> controls_;
};

}  // namespace

void find_events(const EventConfig& config, Analysis& analysis) { EventFinder(config, analysis).run(); }

}  // namespace entente::extract
