#include "extract/events/governing.hpp"

namespace entente::extract {
namespace {

bool conflict(std::string_view type) {
  for (const std::string_view t : {"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST", "ACCUSE", "REJECT", "THREATEN"})
    if (t == type) return true;
  return false;
}

void become(Draft& draft, std::string type) {
  if (draft.type != type) draft.mode.clear();
  draft.type = std::move(type);
}

class Governing {
 public:
  explicit Governing(const EventTools& tools)
      : lexical_(tools.lexical), a_(tools.analysis), arguments_(tools.arguments), used_(tools.used),
        controls_(tools.lexical.lexicons.find("event-controls")) {}

  // Modality of the verb group, conditions, and governing verbs, from the inside out.
  void apply(Draft& draft) {
    std::uint32_t verb = draft.verb;
    if (verb == kNoToken && draft.noun && governing_verb(draft.noun_token) != kNoToken) verb = governing_verb(draft.noun_token);
    if (verb == kNoToken) return;
    const Chunk* group = arguments_.chunk_of(verb);
    if (group != nullptr && group->kind == ChunkKind::VerbGroup) mood(*group, draft);
    for (int steps = 0; steps < 4; ++steps) {
      const Word& word = a_.words[verb];
      if (conditional(verb)) draft.factuality = Factuality::Hypothetical;
      const bool complement = arguments_.is(verb, Deprel::Xcomp) || (arguments_.is(verb, Deprel::Advcl) && prepositional_gerund(verb)) ||
                              (arguments_.is(verb, Deprel::Acl) && infinitive(verb)) || arguments_.is(verb, Deprel::Conj);
      if (!complement || word.head == kNoToken || word.head >= a_.words.size()) return;
      if (arguments_.is(verb, Deprel::Conj) && !infinitive(verb)) return;
      const std::uint32_t governor = word.head;
      if (!arguments_.is(verb, Deprel::Conj)) control(governor, draft);
      verb = governor;
      if (a_.words[verb].upos != Upos::Verb && a_.words[verb].upos != Upos::Aux) return;
    }
  }

 private:
  std::uint32_t governing_verb(std::uint32_t noun) const { return arguments_.is(noun, Deprel::Obj) ? a_.words[noun].head : kNoToken; }

  bool infinitive(std::uint32_t verb) const {
    const Chunk* group = arguments_.chunk_of(verb);
    return group != nullptr && (group->flags & kInfinitive) != 0;
  }

  bool prepositional_gerund(std::uint32_t verb) const {
    const Chunk* group = arguments_.chunk_of(verb);
    return group != nullptr && (group->flags & kGerund) != 0 && arguments_.child(verb, Deprel::Mark) != kNoToken;
  }

  bool conditional(std::uint32_t verb) const {
    const auto mark = arguments_.child(verb, Deprel::Mark);
    if (mark == kNoToken) return false;
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
    if (group.modal == kNoToken || !(group.flags & kModal)) return;
    const auto modal = lexical_.vocabulary.text(a_.words[group.modal].form);
    if (modal == "would" || modal == "'d") become(draft, group.flags & kNegated ? "REJECT" : conflict(draft.type) ? "THREATEN" : "AGREE");
    else draft.factuality = modal == "must" || modal == "should" || modal == "ought" ? Factuality::Hypothetical : Factuality::Possible;
    if (modal == "would" && (group.flags & kNegated)) draft.polarity = Polarity::Positive;
  }

  void control(std::uint32_t governor, Draft& draft) {
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
  }

  const Lexical& lexical_;
  const Analysis& a_;
  const Arguments& arguments_;
  std::vector<std::uint8_t>& used_;
  std::optional<LexiconId> controls_;
};

}  // namespace

void apply_governing(const EventTools& tools, Draft& draft) { Governing(tools).apply(draft); }

}  // namespace entente::extract
