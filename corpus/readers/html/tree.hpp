// A parsed page and small questions about its nodes. gumbo.h appears only in corpus/readers/html.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::corpus::html {

// Memory of one parse. Gumbo frees its tree recursively and cannot refuse memory; the arena does neither: it is dropped
// as a whole, and past its budget it leaves the parser by longjmp (C frames only).
class Tree {
 public:
  // Nothing if the tree would need more than `budget` bytes. `html` must outlive the tree.
  static std::optional<Tree> parse(std::string_view html, std::size_t budget);
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) = delete;
  ~Tree();
  const GumboNode* root() const { return root_; }

 private:
  struct Arena;
  explicit Tree(std::unique_ptr<Arena> arena);
  static const GumboNode* parse_in(Arena& arena, std::string_view html);
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

inline bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE; }
inline bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}
// GUMBO_TAG_UNKNOWN for anything that is no element.
GumboTag tag_of(const GumboNode* node);
// Empty if the node has no such attribute.
std::string_view attribute(const GumboNode* node, const char* name);
bool has_attribute(const GumboNode* node, const char* name);
// Children of an element or of the document; none otherwise.
const GumboVector& children(const GumboNode* node);

// Calls enter(node) before and leave(node) behind a node's children, without recursion. enter() returns whether the
// children are wanted; leave() is called either way.
template <typename Enter, typename Leave>
void walk(const GumboNode* root, Enter enter, Leave leave) {
  std::vector<std::pair<const GumboNode*, unsigned>> path;
  const auto step_into = [&](const GumboNode* node) { path.emplace_back(node, enter(node) ? 0U : ~0U); };
  step_into(root);
  while (!path.empty()) {
    auto& [node, next] = path.back();
    const GumboVector& all = children(node);
    if (next < all.length) {
      step_into(static_cast<const GumboNode*>(all.data[next++]));
    } else {
      leave(node);
      path.pop_back();
    }
  }
}

// All text below a node, white space collapsed and trimmed, at most `limit` bytes.
std::string text_below(const GumboNode* node, std::size_t limit = 2000);

}  // namespace entente::corpus::html
