#include "extract/events/roles.hpp"

namespace entente::extract {
namespace {

class Actors {
 public:
  explicit Actors(const EventTools& tools)
      : lexical_(tools.lexical), a_(tools.analysis), arguments_(tools.arguments), participants_(tools.participants) {}

  void find(Draft& draft) {
    Argument actor;
    if (draft.verb != kNoToken) actor = arguments_.actor(draft.verb);
    if (!actor.found() && draft.noun) actor = arguments_.possessor(draft.noun_token);
    if (!actor.found() && draft.noun) actor = by_phrase(draft.noun_token);
    if (actor.found()) actor = author(antecedent(actor, draft.verb));
    if (actor.found()) draft.actors = arguments_.conjuncts(actor.head);
    else if (draft.noun) inner_actor(draft);
  }

 private:
  // "Germany said it would ...": a pronoun that nothing resolved is the subject of the verb that governs the clause.
  Argument antecedent(Argument actor, std::uint32_t verb) {
    if (a_.words[actor.head].upos != Upos::Pron || participants_.mention_headed(actor.head) != nullptr || verb == kNoToken) return actor;
    for (int steps = 0; steps < 4; ++steps) {
      const Word& word = a_.words[verb];
      if (word.head == kNoToken || a_.words[word.head].upos != Upos::Verb) return actor;
      verb = word.head;
      const Argument boss = arguments_.subject(verb);
      if (boss.found() && boss.head < actor.head && a_.words[boss.head].upos != Upos::Pron) return boss;
    }
    return actor;
  }

  // "passed a resolution criticising X": what a text does is done by whoever makes it.
  Argument author(Argument actor) {
    if (!arguments_.is(actor.head, Deprel::Obj) || participants_.kind(actor.head) != ParticipantKind::Thing) return actor;
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

  const Lexical& lexical_;
  const Analysis& a_;
  const Arguments& arguments_;
  const Participants& participants_;
};

}  // namespace

void find_actors(const EventTools& tools, Draft& draft) { Actors(tools).find(draft); }

void find_roles(const EventTools& tools, const rules::Match& match, Draft& draft) {
  for (const auto& unit : match.all("actor")) draft.actors.push_back(unit.head);
  for (const auto& unit : match.all("recipient")) draft.recipients.push_back(unit.head);
  if (draft.actors.empty()) find_actors(tools, draft);
  if (draft.recipients.empty()) find_recipients(tools, draft);
}

}  // namespace entente::extract
