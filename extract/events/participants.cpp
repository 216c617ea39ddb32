#include "extract/events/participants.hpp"

#include "extract/rules/names.hpp"

namespace entente::extract {
namespace {

bool can_act(EntityType type) {
  static const std::uint64_t kActors = *rules::types_of("Actor") | (std::uint64_t{1} << static_cast<unsigned>(EntityType::Place)) |
                                       (std::uint64_t{1} << static_cast<unsigned>(EntityType::Other));
  return (kActors >> static_cast<unsigned>(type) & 1U) != 0;
}

}  // namespace

Participants::Participants(const Lexical& lexical, Analysis& analysis, const Arguments& arguments, RuleRef stage)
    : lexical_(lexical), a_(analysis), arguments_(arguments), stage_(stage) {
  const auto nouns = lexical.lexicons.find("actor-nouns");
  has_nouns_ = nouns.has_value();
  actor_nouns_ = nouns.value_or(0);
  for (Id e = 0; e < a_.result.entities.size(); ++e)
    for (const Mention& mention : a_.result.entities[e].mentions)
      if (mention.rule == stage_ && mention.form == MentionForm::Descriptor) described_.emplace(mention.span.begin, e);
}

const MentionCandidate* Participants::mention_headed(std::uint32_t head) const {
  const auto mention = a_.heads.named(head);
  return mention == MentionHeads::kNone ? nullptr : &a_.mentions[mention];
}

const MentionCandidate* Participants::mention_inside(std::uint32_t first, std::uint32_t last) const {
  const MentionCandidate* best = nullptr;
  for (std::uint32_t t = first; t < last; ++t)
    if (const auto* mention = mention_headed(t); mention != nullptr && can_act(mention->type)) best = mention;
  return best;
}

ResolvedParticipant Participants::of(const MentionCandidate& mention) const {
  return {mention.entity, a_.span(mention.first, mention.last), true, mention.type};
}

const LexiconItem* Participants::actor_noun(std::uint32_t head) const {
  if (!has_nouns_) return nullptr;
  const Chunk& phrase = a_.chunks[a_.words[head].chunk];
  for (std::uint32_t t = phrase.first; t <= head; ++t) {
    const auto found = lexical_.lexicons.longest(actor_nouns_, lexical_.vocabulary, a_.words, t, phrase.last);
    if (found.words != 0 && t + found.words == head + 1) return &lexical_.lexicons.item(found.item);
  }
  return nullptr;
}

ResolvedParticipant Participants::describe(const Chunk& phrase, EntityType type) {
  std::uint32_t first = phrase.first;
  while (first < phrase.head && a_.words[first].upos == Upos::Part) ++first;
  const Span span = a_.span(first, phrase.last);
  const auto [known, fresh] = described_.try_emplace(span.begin, static_cast<Id>(a_.result.entities.size()));
  if (fresh) {
    Entity entity;
    entity.type = type;
    entity.types = {type};
    entity.name = std::string(span.of(a_.text()));
    Mention mention;
    mention.span = span;
    mention.head = a_.span(phrase.head, phrase.head + 1);
    mention.form = MentionForm::Descriptor;
    mention.sentence = a_.words[phrase.head].sentence;
    mention.rule = stage_;
    mention.confidence = 0.6F;
    entity.mentions.push_back(mention);
    a_.result.entities.push_back(std::move(entity));
  }
  return {known->second, span, false, type};
}

void Participants::forget(std::size_t count) {
  if (a_.result.entities.size() <= count) return;
  std::erase_if(described_, [count](const auto& row) { return row.second >= count; });
  a_.result.entities.resize(count);
}

// The phrase headed by the word, if it can be a participant at all.
const Chunk* Participants::noun_phrase(std::uint32_t head) const {
  const Chunk* phrase = arguments_.chunk_of(head);
  if (phrase == nullptr || phrase->kind != ChunkKind::NounPhrase) return nullptr;
  const Word& word = a_.words[phrase->head];
  const auto& times = lexical_.function_words.times;
  const bool empty = word.upos == Upos::Pron || word.upos == Upos::Det || FunctionWords::any(times, word.form) || FunctionWords::any(times, word.lemma);
  return empty ? nullptr : phrase;
}

// Whose thing it is: "X's exports", "the proposal of X", "an appeal filed by X", "the Kirkuk council decision". A pronoun
// says only that somebody known has it ("its borders"), an adjective what kind it is ("Iranian oil").
const MentionCandidate* Participants::owner(const Chunk& phrase) const {
  if (const Argument possessor = arguments_.possessor(phrase.head); possessor.found())
    if (const auto* mention = mention_headed(possessor.head); mention != nullptr && mention->form != MentionForm::Pronoun) return mention;
  for (const Argument& inner : arguments_.prepositional(phrase.head)) {
    const auto preposition = lexical_.vocabulary.text(inner.preposition);
    if (a_.words[inner.head].head != phrase.head || (preposition != "of" && preposition != "by" && preposition != "from" && preposition != "in")) continue;
    if (const auto* mention = mention_headed(inner.head); mention != nullptr && can_act(mention->type)) return mention;
  }
  const auto* inside = mention_inside(phrase.first, phrase.last);
  return inside != nullptr && inside->form != MentionForm::Adjective && inside->form != MentionForm::Pronoun ? inside : nullptr;
}

ParticipantKind Participants::kind(std::uint32_t head) const {
  if (const auto* mention = mention_headed(head)) return mention->form == MentionForm::Descriptor ? ParticipantKind::Described : ParticipantKind::Named;
  const Chunk* phrase = noun_phrase(head);
  if (phrase == nullptr) return ParticipantKind::None;
  if (actor_noun(phrase->head) != nullptr) return ParticipantKind::Described;
  return owner(*phrase) != nullptr ? ParticipantKind::Named : ParticipantKind::Thing;
}

// "the president, Amal Nasser,": the person whom the phrase behind names.
const MentionCandidate* Participants::apposed(std::uint32_t head) const {
  const auto token = arguments_.child(head, Deprel::Appos);
  const auto* mention = token == MentionHeads::kNone ? nullptr : mention_headed(token);
  return mention != nullptr && mention->form == MentionForm::Name && is_a(mention->type, EntityType::Person) ? mention : nullptr;
}

ResolvedParticipant Participants::resolve(std::uint32_t head) {
  if (const auto* name = apposed(head)) return of(*name);
  if (const auto* mention = mention_headed(head)) return of(*mention);
  const Chunk* phrase = noun_phrase(head);
  if (phrase == nullptr) return {};
  if (const LexiconItem* item = actor_noun(phrase->head))
    return describe(*phrase, entity_type_of(item->attribute("type")).value_or(EntityType::Group));  // "members of X": still the members
  if (const auto* mention = owner(*phrase)) return of(*mention);
  const Upos upos = a_.words[phrase->head].upos;
  if (upos != Upos::Noun && upos != Upos::Propn) return {};  // "more", "the same"
  return describe(*phrase, EntityType::Other);
}

}  // namespace entente::extract
