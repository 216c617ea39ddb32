#include "extract/events/arguments.hpp"

namespace entente::extract {
namespace {
constexpr std::uint32_t kNone = UINT32_MAX;
}

std::pair<std::uint32_t, std::uint32_t> Arguments::range(std::uint32_t token) const {
  const auto& sentence = a_.segmentation.sentences[a_.words[token].sentence];
  return {sentence.first, sentence.last};
}

std::uint32_t Arguments::child(std::uint32_t head, Deprel relation) const {
  const auto [first, last] = range(head);
  for (std::uint32_t t = first; t < last; ++t)
    if (a_.words[t].head == head && is(t, relation)) return t;
  return kNone;
}

const Chunk* Arguments::chunk_of(std::uint32_t token) const {
  const auto chunk = a_.words[token].chunk;
  return chunk == kNone ? nullptr : &a_.chunks[chunk];
}

bool Arguments::passive(std::uint32_t verb) const {
  const Chunk* group = chunk_of(verb);
  return group != nullptr && group->kind == ChunkKind::VerbGroup && (group->flags & (kPassive | kBare)) != 0;
}

Symbol Arguments::preposition_of(std::uint32_t noun) const {
  const auto t = child(noun, Deprel::Case);
  return t == kNone ? 0 : a_.words[t].form;
}

Argument Arguments::subject(std::uint32_t verb, int depth) const {
  if (depth > 8) return {};
  const auto [first, last] = range(verb);
  const Word& word = a_.words[verb];
  const bool clause_of_noun = is(verb, Deprel::Acl) && word.head >= first && word.head < last;
  for (std::uint32_t t = first; t < last; ++t) {
    if (a_.words[t].head != verb || !(is(t, Deprel::Nsubj) || is(t, Deprel::NsubjPass))) continue;
    const auto& f = lexical_.function_words;
    const Symbol form = a_.words[t].form;
    const bool relative = form == f.who || form == f.which || form == f.that;
    return {relative && clause_of_noun ? word.head : t, 0};
  }
  if (word.head == kNone || word.head < first || word.head >= last) return {};
  const Chunk* group = chunk_of(verb);
  if (clause_of_noun) {
    if (group == nullptr || !(group->flags & kInfinitive)) return {word.head, 0};
    // "plans to attack": whoever has the plan.
    if (const Argument owner = possessor(word.head); owner.found()) return owner;
    if (is(word.head, Deprel::Obj)) return subject(a_.words[word.head].head, depth + 1);
    return {};
  }
  if (is(verb, Deprel::Conj)) {
    const Argument shared = subject(word.head, depth + 1);
    return shared;
  }
  if (is(verb, Deprel::Xcomp)) {
    const auto controlled = child(word.head, Deprel::Obj);
    if (controlled != kNone && controlled < verb) return {controlled, 0};
    return subject(word.head, depth + 1);
  }
  if (is(verb, Deprel::Advcl)) return subject(word.head, depth + 1);
  return {};
}

Argument Arguments::actor(std::uint32_t verb) const {
  if (!passive(verb)) return subject(verb);
  const auto agent = child(verb, Deprel::OblAgent);
  if (agent != kNone) return {agent, lexical_.function_words.by};
  return {};
}

Argument Arguments::object(std::uint32_t verb) const {
  if (passive(verb)) {
    if (is(verb, Deprel::Conj) && subject(verb).found() && child(verb, Deprel::Obj) != kNone) return {child(verb, Deprel::Obj), 0};
    return subject(verb);
  }
  const auto iobj = child(verb, Deprel::Iobj);
  const auto obj = child(verb, Deprel::Obj);
  return {iobj != kNone ? iobj : obj, 0};
}

std::vector<Argument> Arguments::prepositional(std::uint32_t word) const {
  const auto [first, last] = range(word);
  const auto object = child(word, Deprel::Obj);
  std::vector<Argument> out;
  for (std::uint32_t t = first; t < last; ++t) {
    const auto head = a_.words[t].head;
    if (!(is(t, Deprel::Obl) || is(t, Deprel::Nmod)) || t < word) continue;
    const bool own = head == word || (object != kNone && head == object);
    // "an attack on X": the phrase may have been hung on the verb although it follows the noun.
    const bool sibling = a_.words[word].head != kNone && head == a_.words[word].head && is(word, Deprel::Obj);
    bool nested = false;
    for (const Argument& other : out) nested = nested || other.head == head;
    if (!own && !sibling && !nested) continue;
    if (const Symbol preposition = preposition_of(t); preposition != 0) out.push_back({t, preposition});
  }
  return out;
}

std::vector<std::uint32_t> Arguments::conjuncts(std::uint32_t head) const {
  const auto [first, last] = range(head);
  std::vector<std::uint32_t> out{head};
  for (std::uint32_t t = first; t < last; ++t)
    if (is(t, Deprel::Conj) && a_.words[t].head == head && a_.words[t].upos != Upos::Verb) out.push_back(t);
  return out;
}

Argument Arguments::possessor(std::uint32_t noun) const {
  const auto owner = child(noun, Deprel::NmodPoss);
  if (owner != kNone) return {owner, 0};
  const Chunk* phrase = chunk_of(noun);
  if (phrase == nullptr || phrase->first == noun) return {};
  const auto& first = a_.words[phrase->first];
  if (first.upos == Upos::Pron && FunctionWords::any(lexical_.function_words.possessives, first.form)) return {phrase->first, 0};
  return {};
}

}  // namespace entente::extract
