#include "extract/events/arguments.hpp"

#include <algorithm>

namespace entente::extract {
namespace {
constexpr std::uint32_t kNone = UINT32_MAX;
}

std::pair<std::uint32_t, std::uint32_t> Arguments::range(std::uint32_t token) const {
  const auto& sentence = a_.segmentation.sentences[a_.words[token].sentence];
  return {sentence.first, sentence.last};
}

std::uint32_t Arguments::child(std::uint32_t head, Deprel relation) const {
  for (const auto t : a_.dependents.of(head))
    if (is(t, relation)) return t;
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

// "accused France of backing", "stopped Chad from buying": the object before the gerund does it; kNone if none does.
std::uint32_t Arguments::controlling_object(std::uint32_t gerund) const {
  const Chunk* group = chunk_of(gerund);
  const auto governor = a_.words[gerund].head;
  const auto object = group != nullptr && (group->flags & kGerund) != 0 ? child(governor, Deprel::Obj) : kNone;
  if (object == kNone || object < governor || object > group->first) return kNone;
  const auto preposition = lexical_.vocabulary.text(a_.words[group->first - 1].form);
  return preposition == "of" || preposition == "from" || preposition == "for" ? object : kNone;
}

Argument Arguments::subject(std::uint32_t verb, int depth) const {
  if (depth > 8) return {};
  const auto [first, last] = range(verb);
  const Word& word = a_.words[verb];
  const bool clause_of_noun = is(verb, Deprel::Acl) && word.head >= first && word.head < last;
  for (const auto t : a_.dependents.of(verb)) {
    if (!is(t, Deprel::Nsubj) && !is(t, Deprel::NsubjPass)) continue;
    const auto& f = lexical_.function_words;
    const Symbol form = a_.words[t].form;
    const bool relative = FunctionWords::any(f.relatives, form);
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
  if (is(verb, Deprel::Advcl)) {
    if (const auto object = controlling_object(verb); object != kNone) return {object, 0};
    return subject(word.head, depth + 1);
  }
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
  std::vector<Argument> out;
  // What may follow, in text order: each phrase taken brings those that hang on it.
  std::vector<std::uint32_t> open;
  const auto add = [&](std::uint32_t head, std::uint32_t after) {
    for (const auto t : a_.dependents.of(head))
      if (t >= after && (is(t, Deprel::Obl) || is(t, Deprel::Nmod))) open.push_back(t);
  };
  add(word, word);
  if (const auto object = child(word, Deprel::Obj); object != kNone) add(object, word);
  // "an attack on X": the phrase may have been hung on the verb although it follows the noun.
  if (a_.words[word].head != kNone && is(word, Deprel::Obj)) add(a_.words[word].head, word);
  std::sort(open.begin(), open.end());
  for (std::size_t i = 0; i < open.size(); ++i) {
    const std::uint32_t t = open[i];
    if (i > 0 && open[i - 1] == t) continue;
    const Symbol preposition = preposition_of(t);
    if (preposition == 0) continue;
    out.push_back({t, preposition});
    const auto before = open.size();
    add(t, t + 1);
    if (open.size() > before) std::sort(open.begin() + static_cast<std::ptrdiff_t>(i) + 1, open.end());
  }
  return out;
}

std::vector<std::uint32_t> Arguments::conjuncts(std::uint32_t head) const {
  for (int guard = 0; guard < 30 && is(head, Deprel::Conj) && a_.words[a_.words[head].head].upos != Upos::Verb; ++guard) head = a_.words[head].head;
  std::vector<std::uint32_t> out{head};
  for (const auto t : a_.dependents.of(head))
    if (is(t, Deprel::Conj) && a_.words[t].upos != Upos::Verb) out.push_back(t);
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
