#include "corpus/readers/html/tree.hpp"

#include <csetjmp>
#include <cstdlib>
#include <utility>

#include "corpus/blocks/marks.hpp"

namespace entente::corpus::html {
namespace {

constexpr std::size_t kBlock = 1 << 20;

}  // namespace

struct Tree::Arena {
  explicit Arena(std::size_t bytes) : budget(bytes) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (void* block : blocks) std::free(block);
  }

  static void* allocate(void* self, std::size_t size) { return static_cast<Arena*>(self)->take(size); }
  static void release(void*, void*) {}

  void* take(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (size > left) refill(size);
    void* memory = at;
    at += size;
    left -= size;
    return memory;
  }

  void refill(std::size_t size) {
    const std::size_t block = size > kBlock ? size : kBlock;
    void* memory = used + block > budget || count == kMostBlocks ? nullptr : std::malloc(block);
    if (memory == nullptr) std::longjmp(out, 1);
    blocks[count++] = memory;
    used += block;
    at = static_cast<char*>(memory);
    left = block;
  }

  static constexpr std::size_t kMostBlocks = 8192;
  std::jmp_buf out;
  std::size_t budget;
  std::size_t used = 0;
  char* at = nullptr;
  std::size_t left = 0;
  std::size_t count = 0;
  void* blocks[kMostBlocks] = {};
};

Tree::Tree(std::unique_ptr<Arena> arena) : arena_(std::move(arena)) {}
Tree::Tree(Tree&&) noexcept = default;
Tree::~Tree() = default;

// Nothing with a destructor lives in this frame or in Gumbo's.
const GumboNode* Tree::parse_in(Arena& arena, std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::release;
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.out) != 0) return nullptr;
  const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  return output->document;
}

std::optional<Tree> Tree::parse(std::string_view html, std::size_t budget) {
  Tree tree(std::make_unique<Arena>(budget));
  tree.root_ = parse_in(*tree.arena_, html);
  if (tree.root_ == nullptr) return std::nullopt;
  return tree;
}

GumboTag tag_of(const GumboNode* node) { return is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN; }

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

bool has_attribute(const GumboNode* node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

const GumboVector& children(const GumboNode* node) {
  static const GumboVector none{};
  if (is_element(node)) return node->v.element.children;
  return node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : none;
}

std::string text_below(const GumboNode* root, std::size_t limit) {
  std::string out;
  walk(
      root,
      [&](const GumboNode* node) {
        if (!is_text(node)) return out.size() < limit;
        std::string_view text = node->v.text.text;
        while (!text.empty() && out.size() < limit) {
          const std::size_t space = leading_space(text);
          if (space > 0 && !out.empty() && out.back() != ' ') out += ' ';
          text.remove_prefix(space);
          const std::size_t end = std::min(text.find_first_of(" \t\r\n\f"), text.size());
          out += text.substr(0, end);
          text.remove_prefix(end);
        }
        return false;
      },
      [](const GumboNode*) {});
  out.erase(out.size() - trailing_space(out));
  return out;
}

}  // namespace entente::corpus::html
