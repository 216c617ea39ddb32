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

}  // namespace

Program compile(const Node& root) {
  Program program;
  Compiler compiler(program);
  compiler.emit(root);
  compiler.add(Op::Accept);
  return program;
}

}  // namespace entente::extract::rules
