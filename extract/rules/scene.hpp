// One document as patterns see it: what begins, covers and depends where. Tests of single elements live here,
// so that the compiled matcher and the naive one of the tests share them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/rules/gate.hpp"
#include "extract/rules/pattern.hpp"
#include "extract/vocabulary/lexicons.hpp"

namespace entente::extract::rules {

// What a leaf of a pattern took: tokens [first, last), its head, and what it was.
enum class UnitKind : std::uint8_t { Tokens, Mention, Chunk, Item, Mark };
struct Unit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t head = 0;
  UnitKind kind = UnitKind::Tokens;
  std::uint32_t index = 0;   // of the mention, chunk, lexicon item or mark
};

struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

class Matches;  // run.hpp

// Valid until mentions, chunks or marks of the analysis change; rebuild() then.
class Scene {
 public:
  Scene(const Analysis& analysis, const Vocabulary& vocabulary, const Lexicons& lexicons);
  ~Scene();
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;
  void rebuild();
  // What rules found in it since it was built.
  Matches& matches() { return *matches_; }

  bool fits(const Term& term, std::uint32_t token) const;
  bool fits(const Node& token_node, std::uint32_t token) const;
  // Appends the units of a Token, Mention, Chunk, Item or Mark node that begin at `at` inside `sentence`, in the order
  // in which they are tried: longest mention first.
  void units_at(const Node& node, std::uint32_t at, Range sentence, std::vector<Unit>& out) const;
  // The same for units whose head is `head`, wherever they begin.
  void units_headed(const Node& node, std::uint32_t head, Range sentence, std::vector<Unit>& out) const;
  // Tokens that the path leads to from `from`, in text order, each once.
  void follow(const std::vector<Step>& path, std::uint32_t from, Range sentence, std::vector<std::uint32_t>& out) const;

  const Analysis& analysis() const { return analysis_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Lexicons& lexicons() const { return lexicons_; }
  // Mentions that begin at a token: [first, last) of Analysis::mentions.
  Range mentions_at(std::uint32_t token) const { return {mention_start_[token], mention_start_[token + 1]}; }
  std::span<const std::uint32_t> marks_at(std::uint32_t token) const {
    return marks_.empty() ? std::span<const std::uint32_t>{} : std::span<const std::uint32_t>(marks_[token]);
  }
  std::uint64_t types_beginning(std::uint32_t token) const { return begin_types_[token]; }
  // False if no match of the gate's pattern begins at the token.
  bool open(const Gate& gate, std::uint32_t token) const {
    const Word& word = analysis_.words[token];
    return gate.any || (gate.begins & begins_[token]) != 0 || (gate.types & begin_types_[token]) != 0 ||
           (gate.forms >> (word.form & 63U) & 1U) != 0 || (gate.lemmas >> (word.lemma & 63U) & 1U) != 0;
  }

 private:
  bool head_fits(const Node& node, std::uint32_t head, const MentionCandidate* mention, const Chunk* chunk) const;
  bool mention_unit(const Node& node, std::uint32_t index, Range sentence, Unit& out) const;
  bool chunk_unit(const Node& node, std::uint32_t index, Range sentence, Unit& out) const;
  bool step_fits(const Step& step, std::uint32_t child) const;
  void descend(const Step& step, std::uint32_t from, Range sentence, std::vector<std::uint32_t>& out) const;

  const Analysis& analysis_;
  const Vocabulary& vocabulary_;
  const Lexicons& lexicons_;
  std::vector<std::uint32_t> mention_start_;      // by token, one more than tokens
  std::vector<std::uint64_t> begin_types_;        // by token: types of the mentions that begin there
  std::vector<std::uint32_t> begins_;             // by token: BeginBit
  std::vector<std::uint64_t> types_;              // by token: types of the mentions that cover it
  std::vector<std::uint8_t> forms_;               // by token: their forms
  std::vector<std::vector<std::uint32_t>> marks_; // by token, empty if there are no marks
  std::unique_ptr<Matches> matches_;
};

}  // namespace entente::extract::rules
