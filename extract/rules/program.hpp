// A pattern compiled to instructions for a backtracking machine, with what must occur for it to match at all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/rules/pattern.hpp"

namespace entente::extract::rules {

enum class Op : std::uint8_t { Leaf, Split, Jump, Open, Close, Start, End, Look, Path, Accept };

struct Instruction {
  Op op = Op::Accept;
  std::uint32_t a = 0;   // leaf, capture, sub-program or first branch
  std::uint32_t b = 0;   // second branch
};

struct Program {
  std::vector<Instruction> code;
  std::vector<Node> leaves;       // without children
  std::vector<Program> parts;     // of Look and Path
  std::vector<Node> heads;        // Look and Path nodes without children, beside `parts`
};

Program compile(const Node& root);

// Something that every match holds, at least `least` and at most `most` tokens after its start.
struct Anchor {
  enum class Kind : std::uint8_t { Form, Lemma, Lexicon, Mention, Chunk, Mark, Pos, Anything };
  Kind kind = Kind::Anything;
  bool of_chunk = false;               // the word is the head of a chunk, and the chunk's begin counts
  std::vector<std::uint32_t> values;   // symbols, lexicons, labels
  std::uint64_t mask = 0;              // entity types, chunk kinds, tags
  std::uint32_t least = 0;
  std::uint32_t most = 0;              // UINT32_MAX: anywhere later
};

// The rarest of the pattern's necessary elements, as far as can be told without a corpus.
Anchor anchor_of(const Node& root, const Vocabulary& vocabulary);

}  // namespace entente::extract::rules
