// Markdown: front matter, then the blocks of CommonMark that articles use, with their marks left out of the text.
// Block structure is decided line by line, emphasis and links inside a line; neither looks further ahead than the end
// of the line, so any input costs linear time.
#include <algorithm>
#include <utility>

#include "corpus/blocks/marks.hpp"
#include "corpus/readers/entities.hpp"
#include "corpus/readers/formats.hpp"
#include "corpus/readers/front_matter.hpp"
#include "corpus/readers/text_builder.hpp"

namespace entente::corpus {
namespace {

constexpr std::size_t kLongestLink = 4000;  // bytes of "[text](address)"

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool is_word(std::string_view line, std::size_t at) {
  if (at >= line.size()) return false;
  const char c = line[at];
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Only `mark` and white space, at least `least` marks.
bool is_rule(std::string_view line, char mark, std::size_t least) {
  std::size_t marks = 0;
  for (const char c : line) {
    if (c == mark) ++marks;
    else if (!is_blank(c)) return false;
  }
  return marks >= least;
}

class Markdown {
 public:
  Markdown(std::string_view text, std::size_t from) : text_(text), at_(from) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at_), text_.size());
      line(at_, end);
      at_ = end + 1;
    }
  }
  TextBuilder& builder() { return builder_; }

 private:
  void line(std::size_t begin, std::size_t end) {
    begin += std::min(leading_space(text_.substr(begin, end - begin)), end - begin);
    end -= trailing_space(text_.substr(begin, end - begin));
    const std::string_view content = text_.substr(begin, end - begin);
    if (fenced(content) || commented(content)) return;
    if (content.empty()) return builder_.close();
    if (is_rule(content, '-', 3) || is_rule(content, '*', 3) || is_rule(content, '_', 3) || is_rule(content, '=', 3)) {
      return builder_.close();
    }
    if (is_definition(content)) return;
    if (content[0] == '#') return heading(begin, end);
    const Mark mark = mark_of(content);
    if (mark.size != 0 && (mark.kind == BlockKind::ListItem || kind_ != mark.kind || !builder_.is_open())) {
      start(mark.kind);
    } else if (!builder_.is_open() || (kind_ == BlockKind::Heading)) {
      start(underlined() ? BlockKind::Heading : BlockKind::Paragraph);
    } else {
      builder_.copy("\n", begin_of_break(begin));
    }
    inlines(begin + mark.size, end);
  }

  void start(BlockKind kind) {
    builder_.open(kind);
    kind_ = kind;
  }

  // The line feed that ended the line before the one that begins at `begin`.
  std::size_t begin_of_break(std::size_t begin) const { return text_.rfind('\n', begin == 0 ? 0 : begin - 1); }

  bool fenced(std::string_view content) {
    if (content.substr(0, 3) == "```" || content.substr(0, 3) == "~~~") {
      if (in_fence_ == 0) {
        in_fence_ = content[0];
        builder_.close();
        return true;
      }
      if (content[0] == in_fence_) {
        in_fence_ = 0;
        return true;
      }
    }
    return in_fence_ != 0;
  }

  bool commented(std::string_view content) {
    const bool was = in_comment_;
    if (!in_comment_ && content.substr(0, 4) == "<!--") in_comment_ = true;
    if (!in_comment_) return false;
    if (content.find("-->", was ? 0 : 4) != std::string_view::npos) in_comment_ = false;
    return true;
  }

  // "[name]: https://..." but not "[^1]: a footnote".
  static bool is_definition(std::string_view content) {
    if (content[0] != '[' || content.size() < 4 || content[1] == '^') return false;
    const std::size_t close = content.find(']');
    return close != std::string_view::npos && content.substr(close + 1, 2) == ": " && content.find("://") != std::string_view::npos;
  }

  void heading(std::size_t begin, std::size_t end) {
    std::size_t level = 0;
    while (begin + level < end && text_[begin + level] == '#') ++level;
    if (level > 6 || begin + level >= end || text_[begin + level] != ' ') {
      if (!builder_.is_open()) start(BlockKind::Paragraph);
      return inlines(begin, end);
    }
    while (end > begin && (text_[end - 1] == '#' || is_blank(text_[end - 1]))) --end;
    const bool title = level == 1 && !std::exchange(has_title_, true);
    start(title ? BlockKind::Title : BlockKind::Heading);
    if (begin + level < end) inlines(begin + level + 1, end);
    builder_.close();
  }

  // The next line is a row of "=" or "-" below this one.
  bool underlined() const {
    const std::size_t feed = text_.find('\n', at_);
    if (feed == std::string_view::npos) return false;
    const std::size_t end = std::min(text_.find('\n', feed + 1), text_.size());
    const std::string_view next = text_.substr(feed + 1, end - feed - 1);
    return is_rule(next, '=', 3) || is_rule(next, '-', 3);
  }

  void inlines(std::size_t begin, std::size_t end) {
    link_texts_.clear();
    for (std::size_t i = begin; i < end;) {
      const std::size_t next = special(i, begin, end);
      if (next != i) {
        i = next;
        continue;
      }
      std::size_t run = std::min(text_.find_first_of("\\*_~`![<&", i + 1), end);
      if (!link_texts_.empty()) run = std::min(run, link_texts_.back().first);
      builder_.copy(text_.substr(i, run - i), i);
      i = run;
    }
  }

  // Behind the markup at `i` (what it says is in the builder), or `i` if there is none.
  std::size_t special(std::size_t i, std::size_t begin, std::size_t end) {
    const char c = text_[i];
    if (!link_texts_.empty() && i == link_texts_.back().first) {
      const std::size_t behind = link_texts_.back().second;
      link_texts_.pop_back();
      return behind;
    }
    switch (c) {
      case '\\': {
        constexpr std::string_view kEscapable = "\\`*_{}[]()#+-.!<>|~&\"'";
        if (i + 1 < end && kEscapable.find(text_[i + 1]) != std::string_view::npos) {
          builder_.copy(text_.substr(i + 1, 1), i + 1);
          return i + 2;
        }
        return i;
      }
      case '*':
      case '_':
      case '~':
      case '`': return emphasis(i, begin, end);
      case '!':
      case '[': return link(i, end);
      case '<': return angle(i, end);
      case '&': {
        std::string character;
        const std::size_t size = decode_entity(text_.substr(i, end - i), character);
        if (size != 0) builder_.decoded(character, i, i + size);
        return i + size;
      }
      default: return i;
    }
  }

  // A run of marks that touches a word is emphasis; "a * b" and "snake_case" are not.
  std::size_t emphasis(std::size_t i, std::size_t begin, std::size_t end) {
    const char mark = text_[i];
    std::size_t behind = i;
    while (behind < end && text_[behind] == mark) ++behind;
    const bool space_before = i == begin || is_blank(text_[i - 1]);
    const bool space_after = behind == end || is_blank(text_[behind]);
    const bool plain = (space_before && space_after) || (mark == '~' && behind - i != 2) ||
                       (mark == '_' && i > begin && is_word(text_, i - 1) && behind < end && is_word(text_, behind));
    if (plain) builder_.copy(text_.substr(i, behind - i), i);
    return behind;
  }

  // "[text](url)" and "[text][name]" say their text, "![...](...)" and "[^1]" nothing.
  std::size_t link(std::size_t i, std::size_t end) {
    const bool image = text_[i] == '!';
    const std::size_t open = image ? i + 1 : i;
    if (open >= end || text_[open] != '[') return i;
    const std::string_view line = text_.substr(0, std::min(end, open + kLongestLink));
    if (open + 1 < end && text_[open + 1] == '^') {
      const std::size_t close = line.find(']', open);
      if (close == std::string_view::npos) return i;
      return close + 1 < end && text_[close + 1] == ':' ? close + 2 : close + 1;
    }
    const std::size_t close = line.find(']', open);
    if (close == std::string_view::npos || close + 1 >= end) return i;
    const char target = text_[close + 1];
    if (target != '(' && target != '[') return i;
    const std::size_t target_end = closing(line, close + 1, target, target == '(' ? ')' : ']');
    if (target_end == std::string_view::npos) return i;
    if (image) return target_end + 1;
    if (link_texts_.empty()) link_texts_.emplace_back(close, target_end + 1);
    return open + 1;
  }

  // Where the bracket at `from` is closed again.
  static std::size_t closing(std::string_view line, std::size_t from, char open, char close) {
    std::size_t depth = 0;
    for (std::size_t i = from; i < line.size(); ++i) {
      depth += line[i] == open;
      if (line[i] == close && --depth == 0) return i;
    }
    return std::string_view::npos;
  }

  // "<https://...>" says the address, "<b>" and "<!-- -->" nothing.
  std::size_t angle(std::size_t i, std::size_t end) {
    const std::size_t close = text_.substr(0, std::min(end, i + kLongestLink)).find('>', i);
    if (close == std::string_view::npos || i + 1 >= end) return i;
    const std::string_view inside = text_.substr(i + 1, close - i - 1);
    if (inside.find("://") != std::string_view::npos || inside.find('@') != std::string_view::npos) {
      if (inside.find(' ') == std::string_view::npos) {
        builder_.copy(inside, i + 1);
        return close + 1;
      }
    }
    return is_ascii_letter(text_[i + 1]) || text_[i + 1] == '/' || text_[i + 1] == '!' ? close + 1 : i;
  }

  std::string_view text_;
  std::size_t at_;
  TextBuilder builder_;
  BlockKind kind_ = BlockKind::Paragraph;
  char in_fence_ = 0;
  bool in_comment_ = false;
  bool has_title_ = false;
  std::vector<std::pair<std::size_t, std::size_t>> link_texts_;  // where a link's text ends and the link itself
};

}  // namespace

Result<Document> parse_markdown(RawDocument raw, const ReadOptions&, Diagnostics& diagnostics) {
  const Place place = place_of(raw);
  if (auto why = why_not_text(raw.bytes, place)) return *why;
  Document document;
  document.original = std::move(raw.bytes);
  const std::size_t body = read_front_matter(document.original, document.metadata, place, diagnostics);
  Markdown markdown(document.original, body);
  markdown.run();
  markdown.builder().give_to(document);
  if (document.blocks.empty()) return Diagnostic{Severity::Error, Code::TextEmpty, place, "Document holds no text"};
  return document;
}

}  // namespace entente::corpus
