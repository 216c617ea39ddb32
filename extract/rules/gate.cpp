#include "extract/rules/gate.hpp"

namespace entente::extract::rules {
namespace {

Gate open_gate() {
  Gate gate;
  gate.any = true;
  return gate;
}

std::uint64_t fold(const std::vector<std::uint32_t>& symbols) {
  std::uint64_t mask = 0;
  for (const auto symbol : symbols) mask |= std::uint64_t{1} << (symbol & 63U);
  return mask;
}

// By the term that says most: its spelling, its lemma, its part of speech.
Gate token_gate(const Node& node) {
  const auto of = [&](Key key) -> const Term* {
    for (const Term& term : node.terms)
      if (term.key == key && !term.negated) return &term;
    return nullptr;
  };
  Gate gate;
  if (const Term* form = of(Key::Form)) gate.forms = fold(form->values);
  else if (const Term* lemma = of(Key::Lemma)) gate.lemmas = fold(lemma->values);
  else if (const Term* pos = of(Key::Pos)) gate.begins = static_cast<std::uint32_t>(pos->mask);
  else gate.any = true;
  return gate;
}

// Elements up to the first one that takes a token for sure may all be what the match begins with.
Gate sequence_gate(const Node& node) {
  Gate gate;
  for (const Node& child : node.children) {
    const Width width = width_of(child);
    if (width.most == 0) continue;  // looks, paths and bounds take nothing
    gate.join(gate_of(child));
    if (width.least > 0) return gate;
  }
  return open_gate();
}

}  // namespace

Gate gate_of(const Node& node) {
  Gate gate;
  switch (node.kind) {
    case Node::Kind::Token: return token_gate(node);
    case Node::Kind::Mention: gate.types = node.mask; return gate;
    case Node::Kind::Chunk:
      if (node.mask & 1U << static_cast<unsigned>(ChunkKind::NounPhrase)) gate.begins |= kBeginsNoun;
      if (node.mask & 1U << static_cast<unsigned>(ChunkKind::VerbGroup)) gate.begins |= kBeginsVerb;
      return gate;
    case Node::Kind::Mark: gate.begins = kBeginsMark; return gate;
    case Node::Kind::Sequence: return sequence_gate(node);
    case Node::Kind::Choice:
      for (const Node& child : node.children) gate.join(gate_of(child));
      return gate;
    case Node::Kind::Repeat:
    case Node::Kind::Capture: return gate_of(node.children.front());
    default: return open_gate();
  }
}

}  // namespace entente::extract::rules
