// Which element of a pattern to look for: the one that stands in the fewest places of ordinary text.
#include <algorithm>

#include "extract/rules/common.hpp"
#include "extract/rules/program.hpp"

namespace entente::extract::rules {
namespace {

// Rough number of places in a thousand words where an anchor occurs, times how many starts it allows: gates let only
// few of them through.
double cost(const Anchor& anchor, const Vocabulary& vocabulary) {
  double base = 1000;
  const auto words = [&] {
    double sum = 0;
    for (const auto symbol : anchor.values) sum += per_thousand(vocabulary.text(symbol));
    return sum;
  };
  switch (anchor.kind) {
    case Anchor::Kind::Form:
    case Anchor::Kind::Lemma: base = words(); break;
    case Anchor::Kind::Lexicon: base = 8 * static_cast<double>(anchor.values.size()); break;
    case Anchor::Kind::Mark: base = 5; break;
    case Anchor::Kind::Mention: base = 60; break;
    case Anchor::Kind::Chunk: base = 150; break;
    case Anchor::Kind::Pos: base = 150; break;
    case Anchor::Kind::Anything: break;
  }
  if (anchor.of_chunk) base *= 0.8;
  return base * (anchor.most == UINT32_MAX ? 12.0 : 1.0 + 0.1 * std::min(40U, anchor.most - anchor.least));
}

std::uint32_t plus(std::uint32_t a, std::uint32_t b) {
  return a == UINT32_MAX || b == UINT32_MAX ? UINT32_MAX : std::min(a + b, 1000000U);
}

class AnchorSearch {
 public:
  explicit AnchorSearch(const Vocabulary& vocabulary) : vocabulary_(vocabulary) { best_.most = UINT32_MAX; }

  void search(const Node& node, Width before) {
    switch (node.kind) {
      case Node::Kind::Sequence:
        for (const auto& child : node.children) {
          search(child, before);
          const Width one = width_of(child);
          before = {plus(before.least, one.least), plus(before.most, one.most)};
        }
        return;
      case Node::Kind::Capture: return search(node.children.front(), before);
      case Node::Kind::Repeat:
        if (node.least > 0) search(node.children.front(), before);
        return;
      case Node::Kind::Look:
        if (!node.behind && !node.negated) search(node.children.front(), before);
        return;
      case Node::Kind::Choice: return choice(node, before);
      case Node::Kind::Token:
      case Node::Kind::Mention:
      case Node::Kind::Chunk:
      case Node::Kind::Item:
      case Node::Kind::Mark: return offer(leaf(node), before);
      default: return;
    }
  }

  Anchor take() { return std::move(best_); }

 private:
  void offer(Anchor found, Width before) {
    found.least = plus(found.least, before.least);
    found.most = plus(found.most, before.most);
    if (cost(found, vocabulary_) < cost(best_, vocabulary_)) best_ = std::move(found);
  }

  // All alternatives must have an anchor of one kind; together they are one.
  void choice(const Node& node, Width before) {
    Anchor all;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      Anchor one = anchor_of(node.children[i], vocabulary_);
      if (i == 0) {
        all = std::move(one);
        continue;
      }
      if (one.kind != all.kind || one.of_chunk != all.of_chunk) return;
      all.values.insert(all.values.end(), one.values.begin(), one.values.end());
      all.mask |= one.mask;
      all.least = std::min(all.least, one.least);
      all.most = std::max(all.most, one.most);
    }
    std::sort(all.values.begin(), all.values.end());
    all.values.erase(std::unique(all.values.begin(), all.values.end()), all.values.end());
    offer(std::move(all), before);
  }

  Anchor leaf(const Node& node) const {
    Anchor best;
    const auto consider = [&](Anchor::Kind kind, const std::vector<std::uint32_t>& values, std::uint64_t mask) {
      Anchor other;
      other.kind = kind;
      other.values = values;
      other.mask = mask;
      // The terms of a chunk are asked of its head; the chunk itself is told by where it begins.
      other.of_chunk = node.kind == Node::Kind::Chunk && kind != Anchor::Kind::Chunk;
      if (cost(other, vocabulary_) < cost(best, vocabulary_)) best = other;
    };
    if (node.kind == Node::Kind::Item) consider(Anchor::Kind::Lexicon, node.values, 0);
    if (node.kind == Node::Kind::Mark) consider(Anchor::Kind::Mark, node.values, 0);
    if (node.kind == Node::Kind::Mention) consider(Anchor::Kind::Mention, {}, node.mask);
    if (node.kind == Node::Kind::Chunk) consider(Anchor::Kind::Chunk, {}, node.mask);
    if (node.kind != Node::Kind::Token && node.kind != Node::Kind::Chunk) return best;
    for (const Term& term : node.terms) {
      if (term.negated) continue;
      if (term.key == Key::Form) consider(Anchor::Kind::Form, term.values, 0);
      if (term.key == Key::Lemma) consider(Anchor::Kind::Lemma, term.values, 0);
      if (term.key == Key::In) consider(Anchor::Kind::Lexicon, term.values, 0);
      if (term.key == Key::Pos && node.kind == Node::Kind::Token) consider(Anchor::Kind::Pos, {}, term.mask);
    }
    return best;
  }

  const Vocabulary& vocabulary_;
  Anchor best_;
};

}  // namespace

Anchor anchor_of(const Node& root, const Vocabulary& vocabulary) {
  AnchorSearch search(vocabulary);
  search.search(root, {});
  return search.take();
}

}  // namespace entente::extract::rules
