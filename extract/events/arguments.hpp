// Who does what to whom, read off heads and relations: the same code for shallow attachment and a full parse.
#pragma once

#include <vector>

#include "extract/analysis.hpp"
#include "extract/deprel.hpp"
#include "extract/vocabulary/lexical.hpp"

namespace entente::extract {

// A noun phrase that takes part, by its head token, with the preposition before it (0: none).
struct Argument {
  std::uint32_t head = UINT32_MAX;
  Symbol preposition = 0;
  bool found() const { return head != UINT32_MAX; }
};

// Looks at one sentence's tree. Heads are followed at most eight steps up.
class Arguments {
 public:
  Arguments(const Lexical& lexical, const Analysis& analysis) : lexical_(lexical), a_(analysis) {}

  // The phrase that acts: subject of an active verb, "by" phrase of a passive one; through relative clauses,
  // coordinated verbs, infinitives and participles.
  Argument actor(std::uint32_t verb) const;
  // What is acted on: object of an active verb, subject of a passive one.
  Argument object(std::uint32_t verb) const;
  // Grammatical subject, whatever the voice.
  Argument subject(std::uint32_t verb, int depth = 0) const;
  // Phrases with a preposition that hang on a word, or directly follow it or its object; in text order.
  std::vector<Argument> prepositional(std::uint32_t word) const;
  // The phrase and those coordinated with it.
  std::vector<std::uint32_t> conjuncts(std::uint32_t head) const;
  // Possessor ("Iran's visit", "their"), or none.
  Argument possessor(std::uint32_t noun) const;
  bool passive(std::uint32_t verb) const;
  const Chunk* chunk_of(std::uint32_t token) const;
  Symbol preposition_of(std::uint32_t noun) const;
  bool is(std::uint32_t token, Deprel relation) const { return a_.words[token].deprel == static_cast<std::uint8_t>(relation); }
  // First dependent of `head` with the relation.
  std::uint32_t child(std::uint32_t head, Deprel relation) const;

 private:
  std::uint32_t controlling_object(std::uint32_t gerund) const;
  std::pair<std::uint32_t, std::uint32_t> range(std::uint32_t token) const;

  const Lexical& lexical_;
  const Analysis& a_;
};

}  // namespace entente::extract
