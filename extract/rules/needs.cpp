#include "extract/rules/needs.hpp"

#include "extract/rules/common.hpp"

namespace entente::extract::rules {
namespace {

// So common in a thousand words that more than every fifth sentence has one of the words.
constexpr double kTooCommon = 12;

bool tells(const Anchor& anchor, const Vocabulary& vocabulary) {
  switch (anchor.kind) {
    case Anchor::Kind::Form:
    case Anchor::Kind::Lemma: {
      double sum = 0;
      for (const Symbol symbol : anchor.values) sum += per_thousand(vocabulary.text(symbol));
      return sum < kTooCommon;
    }
    case Anchor::Kind::Lexicon: return true;
    case Anchor::Kind::Mention: return anchor.mask != ~std::uint64_t{0};
    default: return false;
  }
}

void collect(const Node& node, const Vocabulary& vocabulary, std::vector<Anchor>& out) {
  switch (node.kind) {
    case Node::Kind::Sequence:
      for (const Node& child : node.children) collect(child, vocabulary, out);
      return;
    case Node::Kind::Capture: return collect(node.children.front(), vocabulary, out);
    case Node::Kind::Repeat:
      if (node.least > 0) collect(node.children.front(), vocabulary, out);
      return;
    case Node::Kind::Look:
      if (!node.negated) collect(node.children.front(), vocabulary, out);
      return;
    case Node::Kind::Path:
      if (!node.negated && !node.optional) collect(node.children.front(), vocabulary, out);
      return;
    case Node::Kind::SentenceStart:
    case Node::Kind::SentenceEnd: return;
    default: break;
  }
  // One element, or alternatives that have an element of one kind each.
  Anchor anchor = anchor_of(node, vocabulary);
  if (tells(anchor, vocabulary)) out.push_back(std::move(anchor));
}

}  // namespace

std::vector<Anchor> needs_of(const Node& root, const Vocabulary& vocabulary) {
  std::vector<Anchor> out;
  collect(root, vocabulary, out);
  return out;
}

}  // namespace entente::extract::rules
