// Two passes. The first walks the page once and cuts its visible text into runs; each run knows the elements around it by
// numbers, so that "inside" is a comparison. The second weighs: the characters of prose in runs outside furniture are
// added up along the elements around them, the article is the smallest element that keeps four fifths of the page's
// (widened to hold its title if that adds at most half), and an element that only its class makes suspect is furniture
// unless it holds much of it.
#include "corpus/readers/html/content.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "corpus/readers/html/furniture.hpp"

namespace entente::corpus::html {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::size_t kProse = 60;  // characters of a run that counts as prose

struct Element {
  const GumboNode* node = nullptr;
  std::uint32_t parent = kNone;
  std::uint32_t end = 0;  // first element number behind its descendants
  Part part = Part::Content;
  std::size_t prose = 0;  // characters of prose below, furniture aside
  std::size_t any = 0;    // the same, suspects not aside
};

struct PageRun {
  Run run;
  std::uint32_t inside = 0;  // innermost element that breaks lines
  std::uint32_t first = 0;   // number of the element that holds the first text
  std::size_t characters = 0;
  std::size_t linked = 0;
};

bool is_hidden(Part part) { return part == Part::Hidden; }

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += c > ' ' || static_cast<unsigned char>(c) >= 0xC0;
  return count;
}

class Page {
 public:
  explicit Page(const Tree& tree) {
    walk(
        tree.root(), [&](const GumboNode* node) { return enter(node); }, [&](const GumboNode* node) { leave(node); });
    cut();
  }

  std::vector<Run> article() {
    weigh();
    std::uint32_t root = find_root();
    std::optional<std::size_t> title = title_before(root);
    if (title) {
      const std::uint32_t both = common(runs_[*title].inside, root);
      if (characters_in(both) * 2 <= characters_in(root) * 3) root = both;
    }
    std::vector<Run> out;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const bool wanted = (i == title) || (within(runs_[i].inside, root) && !is_furniture(runs_[i].first, root));
      if (!wanted) continue;
      out.push_back(std::move(runs_[i].run));
    }
    return out;
  }

 private:
  bool enter(const GumboNode* node) {
    if (is_element(node)) {
      const auto number = static_cast<std::uint32_t>(elements_.size());
      Element element;
      element.node = node;
      element.parent = path_.empty() ? kNone : path_.back();
      element.part = part_of(node);
      if (breaks_lines(node)) cut();
      elements_.push_back(element);
      path_.push_back(number);
      links_ += tag_of(node) == GUMBO_TAG_A;
      if (tag_of(node) == GUMBO_TAG_BR) line_break(node);
      return !is_hidden(element.part);
    }
    if (is_text(node)) add_text(node);
    return true;
  }

  void leave(const GumboNode* node) {
    if (!is_element(node)) return;
    elements_[path_.back()].end = static_cast<std::uint32_t>(elements_.size());
    links_ -= tag_of(node) == GUMBO_TAG_A;
    if (breaks_lines(node)) cut();
    path_.pop_back();
  }

  void add_text(const GumboNode* node) {
    if (path_.empty()) return;
    const std::size_t characters = count_characters(node->v.text.text);
    if (characters > 0) {
      if (current_.characters == 0) current_.first = path_.back();
      breaks_ = 0;
    }
    current_.characters += characters;
    if (links_ > 0) current_.linked += characters;
    current_.run.parts.push_back(node);
  }

  // Two line breaks in a row make a paragraph.
  void line_break(const GumboNode* node) {
    if (++breaks_ >= 2) return cut();
    current_.run.parts.push_back(node);
  }

  void cut() {
    breaks_ = 0;
    if (current_.characters > 0) {
      describe(current_);
      runs_.push_back(std::move(current_));
    }
    current_ = PageRun();
  }

  // The nearest elements around the run that say what it is.
  void describe(PageRun& run) {
    run.inside = run.first;
    bool inline_only = true;
    for (std::uint32_t at = run.first; at != kNone; at = elements_[at].parent) {
      const Element& element = elements_[at];
      if (inline_only && breaks_lines(element.node)) {
        inline_only = false;
        run.inside = at;
      }
      const bool cell = tag_of(element.node) == GUMBO_TAG_TD || tag_of(element.node) == GUMBO_TAG_TH;
      if (cell && run.inside == at && run.characters < kProse) run.run.kind = BlockKind::ListItem;
      const std::optional<BlockKind> kind = kind_by(element, run);
      if (!kind) continue;
      run.run.kind = *kind;
      if (*kind != BlockKind::ListItem) break;
    }
  }

  static std::optional<BlockKind> kind_by(const Element& element, PageRun& run) {
    switch (tag_of(element.node)) {
      case GUMBO_TAG_H1: run.run.heading_one = true; return BlockKind::Heading;
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6: return BlockKind::Heading;
      case GUMBO_TAG_LI: return BlockKind::ListItem;
      case GUMBO_TAG_BLOCKQUOTE: return BlockKind::Quotation;
      case GUMBO_TAG_PRE: run.run.preformatted = true; return BlockKind::Paragraph;
      default: break;
    }
    if (element.part == Part::Caption) return BlockKind::Caption;
    if (element.part == Part::Biography) return BlockKind::AboutAuthor;
    // A class "author" or "date" around prose is no byline.
    if (element.part == Part::Byline && run.characters < 120) return BlockKind::Byline;
    return std::nullopt;
  }

  bool within(std::uint32_t element, std::uint32_t root) const { return element >= root && element < elements_[root].end; }

  static bool counts(const PageRun& run) {
    return run.characters >= kProse && run.linked * 2 < run.characters && run.run.kind != BlockKind::Heading;
  }

  // Adds up prose; first without regard to suspects, then with.
  void weigh() {
    for (const PageRun& run : runs_) {
      if (counts(run) && !inside_part(run.first, Part::Furniture)) add(run, &Element::any);
    }
    for (const PageRun& run : runs_) {
      if (counts(run) && !is_furniture(run.first, 0)) add(run, &Element::prose);
    }
  }

  void add(const PageRun& run, std::size_t Element::*sum) {
    for (std::uint32_t at = run.first; at != kNone; at = elements_[at].parent) elements_[at].*sum += run.characters;
  }

  bool inside_part(std::uint32_t at, Part part) const {
    for (; at != kNone; at = elements_[at].parent) {
      if (elements_[at].part == part) return true;
    }
    return false;
  }

  // Inside furniture below `root`. A page's header is furniture unless it stands in the article.
  bool is_furniture(std::uint32_t at, std::uint32_t root) const {
    for (; at != kNone && at != root; at = elements_[at].parent) {
      const Element& element = elements_[at];
      if (element.part == Part::Furniture) return true;
      if (element.part == Part::Suspect && element.any * 10 < elements_[0].any * 4) return true;
    }
    return false;
  }

  std::uint32_t find_root() const {
    std::uint32_t root = 0;
    for (bool deeper = true; deeper;) {
      deeper = false;
      for (std::uint32_t child = root + 1; child < elements_[root].end; child = std::max(child + 1, elements_[child].end)) {
        const bool may_be_root = breaks_lines(elements_[child].node) && tag_of(elements_[child].node) != GUMBO_TAG_P;
        if (!may_be_root || elements_[child].prose == 0 || elements_[child].prose * 5 < elements_[0].prose * 4) continue;
        // An article's header and body are both wanted.
        if (tag_of(elements_[root].node) == GUMBO_TAG_ARTICLE) continue;
        root = child;
        deeper = true;
        break;
      }
    }
    return root;
  }

  std::optional<std::size_t> title_before(std::uint32_t root) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!runs_[i].run.heading_one) continue;
      if (within(runs_[i].inside, root)) return std::nullopt;
      if (runs_[i].inside < root && !inside_part(runs_[i].first, Part::Furniture)) found = i;
    }
    return found;
  }

  // The smallest element around `before` and `root`.
  std::uint32_t common(std::uint32_t before, std::uint32_t root) const {
    while (root != 0 && !within(before, root)) root = elements_[root].parent;
    return root;
  }

  std::size_t characters_in(std::uint32_t root) const {
    std::size_t sum = 0;
    for (const PageRun& run : runs_) {
      if (within(run.inside, root) && !is_furniture(run.first, 0)) sum += run.characters;
    }
    return sum;
  }

  std::vector<Element> elements_;
  std::vector<PageRun> runs_;
  std::vector<std::uint32_t> path_;
  PageRun current_;
  int links_ = 0;
  int breaks_ = 0;
};

}  // namespace

std::vector<Run> article_runs(const Tree& tree) { return Page(tree).article(); }

}  // namespace entente::corpus::html
