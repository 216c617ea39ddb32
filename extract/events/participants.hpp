// From a noun phrase to an entity: its name, or a new entity for "the protesters".
#pragma once

#include <map>

#include "extract/analysis.hpp"
#include "extract/events/arguments.hpp"

namespace entente::extract {

struct ResolvedParticipant {
  Id entity = kNoId;
  Span mention;
  bool named = false;   // the text names it
  EntityType type = EntityType::Other;
};

// What a phrase is good for as a participant, from least to most.
enum class ParticipantKind {
  None,       // a pronoun that nothing resolves, a time
  Thing,      // does not act: "its borders", "six artefacts"
  Described,  // acts, unnamed: "the protesters"
  Named,      // acts, named: "Chad", "Chad's army"
};

// Keeps one descriptor entity per noun phrase of the document.
class Participants {
 public:
  // `arguments` is the same document's, and must outlive this.
  Participants(const Lexical& lexical, Analysis& analysis, const Arguments& arguments, RuleRef stage);

  // The entity of the phrase headed by `head`. A phrase about something that does not act ("the proposal of X", "X's
  // exports") gives X. kNoId for pronouns and times that nothing resolves.
  ResolvedParticipant resolve(std::uint32_t head);
  // What resolve would give, without making an entity of it.
  ParticipantKind kind(std::uint32_t head) const;
  // The named mention whose head is this token, or null.
  const MentionCandidate* mention_headed(std::uint32_t head) const;
  // A mention inside tokens [first, last) of a type that can act, the last one; or null.
  const MentionCandidate* mention_inside(std::uint32_t first, std::uint32_t last) const;
  // Takes back the descriptions added since there were `count` entities, when nothing came of them.
  void forget(std::size_t count);

 private:
  ResolvedParticipant of(const MentionCandidate& mention) const;
  ResolvedParticipant describe(const Chunk& phrase, EntityType type);
  const Chunk* noun_phrase(std::uint32_t head) const;
  const MentionCandidate* owner(const Chunk& phrase) const;
  const MentionCandidate* apposed(std::uint32_t head) const;
  const LexiconItem* actor_noun(std::uint32_t head) const;

  const Lexical& lexical_;
  Analysis& a_;
  const Arguments& arguments_;
  RuleRef stage_;
  LexiconId actor_nouns_ = 0;
  bool has_nouns_ = false;
  std::map<std::uint32_t, Id> described_;             // first byte -> entity
};

}  // namespace entente::extract
