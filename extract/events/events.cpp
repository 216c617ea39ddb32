// Every match of a rule of kind `event` names a trigger; the rule or the trigger's lexicon item gives type and mode.
// Verbs that govern the trigger may turn it into another event ("refused to meet") or change how sure it is.
#include "extract/events/events.hpp"

#include <algorithm>

#include "extract/events/governing.hpp"
#include "extract/events/roles.hpp"
#include "extract/events/writer.hpp"

namespace entente::extract {
namespace {

// "urged Chad to cooperate with Mali" is found as a request, and again from "cooperate", which is requested: one event,
// with the participants of both.
bool join_same(Event& told, const Event& again) {
  if (told.trigger != again.trigger || told.type != again.type) return false;
  for (const auto& p : again.participants) {
    const bool known = std::any_of(told.participants.begin(), told.participants.end(), [&](const auto& other) { return other.entity == p.entity; });
    if (!known) told.participants.push_back(p);
  }
  return true;
}

class EventFinder {
 public:
  EventFinder(const EventConfig& config, rules::Scene& scene, Analysis& a)
      : config_(config), lexical_(*config.lexical), scene_(scene), a_(a), arguments_(lexical_, a),
        participants_(lexical_, a, arguments_, config.descriptor), used_(a.words.size(), 0) {}

  void run() {
    rules::RunOptions options;
    options.observer = a_.observer;
    Diagnostics unused;
    rules::run(config_.book->of("event"), scene_, [&](const rules::Match& m) { matched(m); }, options,
               a_.diagnostics != nullptr ? *a_.diagnostics : unused);
    auto& events = a_.result.events;
    std::stable_sort(events.begin(), events.end(), [](const Event& x, const Event& y) { return x.trigger < y.trigger; });
    events.erase(std::unique(events.begin(), events.end(), join_same), events.end());
  }

 private:
  void matched(const rules::Match& match) {
    const rules::Unit* trigger = match.role("trigger");
    if (trigger == nullptr) return;
    for (std::uint32_t t = trigger->first; t < trigger->last; ++t)
      if (used_[t]) return;
    Draft draft;
    if (!describe(match, *trigger, draft)) return;
    find_roles(tools_, match, draft);
    apply_governing(tools_, draft);
    if (write_event(tools_, match, draft))
      for (std::uint32_t t = trigger->first; t < trigger->last; ++t) used_[t] = 1;
  }

  // "its list of banned organisations": a participle inside of a noun phrase.
  bool describes_noun(std::uint32_t token) const {
    const Chunk* phrase = arguments_.chunk_of(token);
    return phrase != nullptr && phrase->kind == ChunkKind::NounPhrase && token < phrase->head;
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
    if (!draft.noun && describes_noun(trigger.head)) return false;
    if (const auto* light = match.role("light")) {
      draft.verb = light->head;
      used_[light->head] = 1;
    }
    return !draft.type.empty();
  }

  const EventConfig& config_;
  const Lexical& lexical_;
  rules::Scene& scene_;
  Analysis& a_;
  Arguments arguments_;
  Participants participants_;
  std::vector<std::uint8_t> used_;
  EventTools tools_{lexical_, a_, arguments_, participants_, used_};
};

}  // namespace

void find_events(const EventConfig& config, rules::Scene& scene, Analysis& analysis) { EventFinder(config, scene, analysis).run(); }

}  // namespace entente::extract
