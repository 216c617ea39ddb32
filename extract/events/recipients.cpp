#include "extract/events/roles.hpp"

namespace entente::extract {
namespace {

// True if the word stands in a list like "on,against".
bool listed(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (list.substr(0, comma) == word) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

bool directional(std::string_view preposition) {
  return one_of(preposition, {"to", "into", "from", "against", "toward", "towards", "with", "on", "upon", "over", "of", "for"});
}

class Recipients {
 public:
  explicit Recipients(const EventTools& tools)
      : lexical_(tools.lexical), a_(tools.analysis), arguments_(tools.arguments), participants_(tools.participants) {}

  // The object if it acts; else, and beside an unnamed one, the phrase with a preposition that says at whom the deed is
  // aimed: "returned the vases to Peru", "sent troops to Chad". What does not act is the event's object.
  void find(Draft& draft) {
    const std::uint32_t base = draft.noun ? draft.noun_token : draft.verb;
    if (base == kNoToken) return;
    if (!draft.noun) {
      const Argument object = arguments_.object(draft.verb);
      if (object.found() && (draft.actors.empty() || object.head != draft.actors.front()))
        (actor_like(object.head) ? draft.recipients : draft.objects) = arguments_.conjuncts(object.head);
    }
    if (!draft.recipients.empty() && participants_.kind(draft.recipients.front()) == ParticipantKind::Named) return;
    aimed_at(draft, around(draft, base));
    aimed_at_by_object(draft);
    if (draft.recipients.empty()) further(draft, base, 0);
  }

 private:
  bool inside_trigger(const Draft& draft, Symbol preposition) const {
    for (std::uint32_t t = draft.first; t < draft.last; ++t)
      if (a_.words[t].form == preposition) return true;
    return false;
  }

  // Phrases with a preposition that hang on the trigger, or on the verb that governs it.
  std::vector<Argument> around(const Draft& draft, std::uint32_t base) const {
    std::vector<Argument> out = arguments_.prepositional(base);
    if (draft.noun && draft.verb != kNoToken)
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
        if (participants_.kind(argument.head) < least || inside(draft, argument.head)) continue;
        if (least == ParticipantKind::Thing && !draft.objects.empty()) continue;
        auto& role = least == ParticipantKind::Thing ? draft.objects : draft.recipients;
        for (const auto head : arguments_.conjuncts(argument.head)) role.push_back(head);
        return;
      }
    }
  }

  // "lifted a ban on X", "refused the request of X": what hangs on the object.
  void aimed_at_by_object(Draft& draft) {
    if (!draft.recipients.empty() || draft.objects.empty()) return;
    const auto objects = draft.objects;
    aimed_at(draft, arguments_.prepositional(objects.front()));
    if (draft.recipients.empty()) draft.objects = objects;
  }

  // Where the phrase itself names nobody: the clause that it governs ("agreed to send aid to X", "demanded that X resign"),
  // then a named phrase after any preposition ("imposed a curfew in X").
  void further(Draft& draft, std::uint32_t word, int depth) {
    if (depth > 2) return;
    if (a_.words[word].upos == Upos::Adj && arguments_.is(word, Deprel::Xcomp)) word = a_.words[word].head;  // "is willing to ..."
    const auto object = arguments_.child(word, Deprel::Obj);
    for (const auto inner : {governed_verb(word, Deprel::Xcomp), object != kNoToken ? governed_verb(object, Deprel::Acl) : kNoToken}) {
      if (inner == kNoToken) continue;
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
    return kNoToken;
  }

  void governed_clause(Draft& draft, std::uint32_t inner) {
    const Argument patient = arguments_.object(inner);
    if (patient.found() && patient.head > inner)
      (actor_like(patient.head) ? draft.recipients : draft.objects) = arguments_.conjuncts(patient.head);
    if (draft.recipients.empty() || participants_.kind(draft.recipients.front()) != ParticipantKind::Named) aimed_at(draft, arguments_.prepositional(inner));
    aimed_at_by_object(draft);
  }

  // "demanded that X resign": who is to do it.
  bool asked(Draft& draft, std::uint32_t verb) {
    const auto clause = arguments_.child(verb, Deprel::Ccomp);
    if (clause == kNoToken || clause < verb) return false;
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

  bool actor_like(std::uint32_t head) const { return participants_.kind(head) >= ParticipantKind::Described && !is_own(head); }

  // "withdrew its troops", "opened their borders": what belongs to whoever acts.
  bool is_own(std::uint32_t head) const {
    const Chunk* phrase = arguments_.chunk_of(head);
    if (phrase == nullptr || phrase->first == head || participants_.kind(head) == ParticipantKind::Named) return false;
    return one_of(lexical_.vocabulary.text(a_.words[phrase->first].form), {"its", "their", "our"});
  }

  const Lexical& lexical_;
  const Analysis& a_;
  const Arguments& arguments_;
  const Participants& participants_;
};

}  // namespace

void find_recipients(const EventTools& tools, Draft& draft) { Recipients(tools).find(draft); }

}  // namespace entente::extract
