#include <algorithm>

#include "extract/rules/pattern.hpp"

namespace entente::extract::rules {

Width width_of(const Node& node) {
  const auto add = [](std::uint32_t a, std::uint32_t b) { return a == UINT32_MAX || b == UINT32_MAX ? UINT32_MAX : std::min(a + b, 100000U); };
  switch (node.kind) {
    case Node::Kind::Token: return {1, 1};
    case Node::Kind::Item: return {1, 12};
    case Node::Kind::Mention:
    case Node::Kind::Chunk:
    case Node::Kind::Mark: return {1, kMaxUnit};
    case Node::Kind::Capture: return width_of(node.children.front());
    case Node::Kind::Sequence: {
      Width all;
      for (const auto& child : node.children) {
        const Width one = width_of(child);
        all = {add(all.least, one.least), add(all.most, one.most)};
      }
      return all;
    }
    case Node::Kind::Choice: {
      Width all{UINT32_MAX, 0};
      for (const auto& child : node.children) {
        const Width one = width_of(child);
        all = {std::min(all.least, one.least), std::max(all.most, one.most)};
      }
      return all;
    }
    case Node::Kind::Repeat: {
      const Width one = width_of(node.children.front());
      const bool open = one.most == UINT32_MAX || node.most == UINT32_MAX;
      return {std::min(one.least * node.least, 100000U), open ? UINT32_MAX : std::min(one.most * node.most, 100000U)};
    }
    default: return {0, 0};
  }
}

}  // namespace entente::extract::rules
