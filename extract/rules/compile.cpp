#include <algorithm>

#include "extract/rules/program.hpp"

namespace entente::extract::rules {
namespace {

class Compiler {
 public:
  explicit Compiler(Program& program) : program_(program) {}

  void emit(const Node& node) {
    switch (node.kind) {
      case Node::Kind::Sequence:
        for (const auto& child : node.children) emit(child);
        return;
      case Node::Kind::Choice: return choice(node);
      case Node::Kind::Repeat: return repeat(node);
      case Node::Kind::Capture:
        add(Op::Open, node.capture);
        emit(node.children.front());
        add(Op::Close, node.capture);
        return;
      case Node::Kind::SentenceStart: add(Op::Start); return;
      case Node::Kind::SentenceEnd: add(Op::End); return;
      case Node::Kind::Look: part(node, Op::Look); return;
      case Node::Kind::Path: part(node, Op::Path); return;
      default:
        add(Op::Leaf, static_cast<std::uint32_t>(program_.leaves.size()));
        program_.leaves.push_back(node);
    }
  }

  std::uint32_t add(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    program_.code.push_back({op, a, b});
    return static_cast<std::uint32_t>(program_.code.size() - 1);
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(program_.code.size()); }

  void choice(const Node& node) {
    std::vector<std::uint32_t> jumps;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const bool last = i + 1 == node.children.size();
      const std::uint32_t split = last ? 0 : add(Op::Split);
      if (!last) program_.code[split].a = here();
      emit(node.children[i]);
      if (last) break;
      jumps.push_back(add(Op::Jump));
      program_.code[split].b = here();
    }
    for (const auto jump : jumps) program_.code[jump].a = here();
  }

  // Split to the body first, or past it first if lazy.
  void optional(const Node& node, bool lazy, std::vector<std::uint32_t>& open) {
    const auto split = add(Op::Split);
    open.push_back(split);
    (lazy ? program_.code[split].b : program_.code[split].a) = here();
    emit(node);
  }

  void repeat(const Node& node) {
    const Node& body = node.children.front();
    for (std::uint32_t i = 0; i < node.least; ++i) emit(body);
    std::vector<std::uint32_t> open;
    if (node.most == UINT32_MAX) {
      const auto loop = here();
      optional(body, node.lazy, open);
      add(Op::Jump, loop);
    } else {
      for (std::uint32_t i = node.least; i < node.most; ++i) optional(body, node.lazy, open);
    }
    for (const auto split : open) (node.lazy ? program_.code[split].a : program_.code[split].b) = here();
  }

  void part(const Node& node, Op op) {
    add(op, static_cast<std::uint32_t>(program_.parts.size()));
    program_.parts.push_back(compile(node.children.front()));
    Node head = node;
    head.children.clear();
    program_.heads.push_back(std::move(head));
  }

  Program& program_;
};

// Rough number of places in a thousand words where an anchor occurs, times how many starts it allows.
double cost(const Anchor& anchor) {
  double base = 1000;
  switch (anchor.kind) {
    case Anchor::Kind::Form: base = 0.5 * static_cast<double>(anchor.values.size()); break;
    case Anchor::Kind::Lemma: base = 0.8 * static_cast<double>(anchor.values.size()); break;
    case Anchor::Kind::Lexicon: base = 8 * static_cast<double>(anchor.values.size()); break;
    case Anchor::Kind::Mark: base = 5; break;
    case Anchor::Kind::Mention: base = 60; break;
    case Anchor::Kind::Chunk: base = 150; break;
    case Anchor::Kind::Pos: base = 150; break;
    case Anchor::Kind::Anything: break;
  }
  return base * (anchor.most == UINT32_MAX ? 12.0 : 1.0 + std::min(10U, anchor.most - anchor.least));
}

Anchor leaf_anchor(const Node& node) {
  Anchor best;
  const auto offer = [&](Anchor::Kind kind, const std::vector<std::uint32_t>& values, std::uint64_t mask) {
    Anchor other;
    other.kind = kind;
    other.values = values;
    other.mask = mask;
    if (cost(other) < cost(best)) best = other;
  };
  if (node.kind == Node::Kind::Item) offer(Anchor::Kind::Lexicon, node.values, 0);
  if (node.kind == Node::Kind::Mark) offer(Anchor::Kind::Mark, node.values, 0);
  if (node.kind == Node::Kind::Mention) offer(Anchor::Kind::Mention, {}, node.mask);
  if (node.kind == Node::Kind::Chunk) offer(Anchor::Kind::Chunk, {}, node.mask);
  if (node.kind != Node::Kind::Token) return best;
  for (const Term& term : node.terms) {
    if (term.negated) continue;
    if (term.key == Key::Form) offer(Anchor::Kind::Form, term.values, 0);
    if (term.key == Key::Lemma) offer(Anchor::Kind::Lemma, term.values, 0);
    if (term.key == Key::In) offer(Anchor::Kind::Lexicon, term.values, 0);
    if (term.key == Key::Pos) offer(Anchor::Kind::Pos, {}, term.mask);
  }
  return best;
}

std::uint32_t plus(std::uint32_t a, std::uint32_t b) {
  return a == UINT32_MAX || b == UINT32_MAX ? UINT32_MAX : std::min(a + b, 1000000U);
}

void search(const Node& node, Width before, Anchor& best) {
  const auto offer = [&](Anchor found) {
    found.least = plus(found.least, before.least);
    found.most = plus(found.most, before.most);
    if (cost(found) < cost(best)) best = std::move(found);
  };
  switch (node.kind) {
    case Node::Kind::Sequence:
      for (const auto& child : node.children) {
        search(child, before, best);
        const Width one = width_of(child);
        before = {plus(before.least, one.least), plus(before.most, one.most)};
      }
      return;
    case Node::Kind::Capture: return search(node.children.front(), before, best);
    case Node::Kind::Repeat:
      if (node.least > 0) search(node.children.front(), before, best);
      return;
    case Node::Kind::Choice: {
      Anchor all;
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        Anchor one = anchor_of(node.children[i]);
        if (i == 0) {
          all = std::move(one);
          continue;
        }
        if (one.kind != all.kind) return;
        all.values.insert(all.values.end(), one.values.begin(), one.values.end());
        all.mask |= one.mask;
        all.least = std::min(all.least, one.least);
        all.most = std::max(all.most, one.most);
      }
      std::sort(all.values.begin(), all.values.end());
      all.values.erase(std::unique(all.values.begin(), all.values.end()), all.values.end());
      return offer(std::move(all));
    }
    case Node::Kind::Token:
    case Node::Kind::Mention:
    case Node::Kind::Chunk:
    case Node::Kind::Item:
    case Node::Kind::Mark: return offer(leaf_anchor(node));
    default: return;
  }
}

}  // namespace

Program compile(const Node& root) {
  Program program;
  Compiler compiler(program);
  compiler.emit(root);
  compiler.add(Op::Accept);
  return program;
}

Anchor anchor_of(const Node& root) {
  Anchor best;
  best.most = UINT32_MAX;
  search(root, {}, best);
  return best;
}

}  // namespace entente::extract::rules
