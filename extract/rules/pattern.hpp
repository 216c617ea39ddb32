// The pattern language of docs/rule-language.md as a tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "extract/analysis.hpp"
#include "extract/deprel.hpp"
#include "extract/vocabulary/lexicons.hpp"

namespace entente::extract::rules {

// What a term of [...] asks about a token.
enum class Key : std::uint8_t { Form, Lemma, Pos, Verb, In, Is, Mention, Shape, Quote, Rel, Flag };

// One `key=value|value` or `key!=value`; values by key: symbols, lexicons, or a mask over enumerations.
struct Term {
  Key key = Key::Form;
  bool negated = false;
  std::uint64_t mask = 0;
  std::vector<std::uint32_t> values;
};

// One `>nsubj`, `<obj`, `>>` (any depth down) or `>obl:with` (with the case word).
struct Step {
  bool up = false;
  bool deep = false;
  std::uint64_t relations = 0;  // mask over Deprel; 0 = any
  Symbol preposition = 0;       // 0 = any
};

struct Node {
  enum class Kind : std::uint8_t {
    Token,    // one token that fits all terms
    Mention,  // @Type: a mention of one of `mask`'s types whose head fits the terms
    Chunk,    // NP or VG whose head fits the terms
    Item,     // %lexicon: the longest item of one of the lexicons in `values`
    Mark,     // #label
    Sequence, Choice, Repeat, Capture,
    SentenceStart, SentenceEnd,
    Look,     // (?=x) (?!x) (?<=x) (?<!x)
    Path,     // {>nsubj x}: at the head of what was matched last
  };
  Kind kind = Kind::Token;
  std::vector<Term> terms;
  std::uint64_t mask = 0;                // Mention: entity types; Chunk: 1 << ChunkKind
  std::vector<std::uint32_t> values;     // Item: lexicons; Mark: labels
  std::vector<Node> children;
  std::uint32_t least = 1;               // Repeat
  std::uint32_t most = 1;                // UINT32_MAX: no bound
  bool lazy = false;
  bool behind = false;                   // Look
  bool negated = false;                  // Look, Path
  bool optional = false;                 // Path
  std::uint16_t capture = 0;             // Capture: index into Pattern::captures
  std::vector<Step> path;
};

struct Pattern {
  Node root;
  std::vector<std::string> captures;     // names, each once
  bool has_path = false;
};

// Names a pattern may use beside its own words.
struct PatternContext {
  Vocabulary* vocabulary = nullptr;
  const Lexicons* lexicons = nullptr;
  std::vector<std::string>* labels = nullptr;                               // grows
  const std::vector<std::pair<std::string, std::string>>* definitions = nullptr;  // $NAME -> pattern text
};

// A fault in a pattern: byte offset and sentence.
struct PatternFault {
  std::size_t offset = 0;
  Code code = Code::RulePattern;
  std::string message;
};

// Parses `text`; on a fault, `fault` is set and the pattern is empty.
bool parse_pattern(std::string_view text, const PatternContext& context, Pattern& pattern, PatternFault& fault);

// A mention, chunk or mark of more tokens than this is not seen by patterns.
inline constexpr std::uint32_t kMaxUnit = 24;

// Least and most tokens a node takes; most is UINT32_MAX without bound.
struct Width {
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};
Width width_of(const Node& node);

}  // namespace entente::extract::rules
