#include "corpus/blocks/split.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include "core/base/utf8.hpp"
#include "corpus/blocks/marks.hpp"

namespace entente::corpus {
namespace {

constexpr std::uint32_t kWidest = 120;  // code points; hard-wrapped text is narrower

struct Line {
  Span span;  // without white space and marks at its ends
  std::uint32_t indent = 0;
  bool blank_before = false;
  BlockKind kind = BlockKind::Paragraph;  // or ListItem, Quotation
  std::uint32_t width = 0;       // code points, indent included; kWidest + 1 stands for anything wider
  std::uint32_t first_word = 0;  // code points
};

std::uint32_t code_points(std::string_view text) {
  if (text.size() > std::size_t{4} * kWidest) return kWidest + 1;
  return std::min<std::uint32_t>(static_cast<std::uint32_t>(count_code_points(text)), kWidest + 1);
}

// The lines of a text that are not blank, one after the other: a text may be nothing but short lines, so they are not all held.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  std::optional<Line> next() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_, end = find_break();
      const std::string_view raw = text_.substr(begin, end - begin);
      const std::size_t lead = leading_space(raw);
      const std::size_t kept = raw.size() - trailing_space(raw);
      at_ = end + 1;
      if (lead < kept) return line_at(begin, raw.substr(0, kept), lead);
      // "\r\n" is one break.
      if (!(end == begin && begin > 0 && text_[begin - 1] == '\r' && end < text_.size() && text_[end] == '\n')) blank_ = true;
    }
    return std::nullopt;
  }

 private:
  Line line_at(std::size_t begin, std::string_view kept, std::size_t lead) {
    Line line;
    const std::string_view content = kept.substr(lead);
    const Mark mark = mark_of(content);
    line.span = {static_cast<std::uint32_t>(begin + lead + mark.size), static_cast<std::uint32_t>(begin + kept.size())};
    line.indent = static_cast<std::uint32_t>(lead);
    line.blank_before = std::exchange(blank_, false);
    line.kind = mark.kind;
    line.width = code_points(kept);
    line.first_word = code_points(content.substr(0, std::min(content.find(' '), content.size())));
    return line;
  }

  // Each kind of break is looked for as far as its next one, so all calls together read the text once for each.
  std::size_t find_break() {
    for (std::size_t k = 0; k < next_.size(); ++k) {
      if (next_[k] < at_ || at_ == 0) next_[k] = std::min(text_.find("\n\r\f"[k], at_), text_.size());
    }
    return *std::min_element(next_.begin(), next_.end());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::array<std::size_t, 3> next_{};  // the next line feed, carriage return, form feed
  bool blank_ = true;
};

// `next` stands directly below `line` and opens nothing of its own.
bool adjoins(const Line& line, const Line& next) {
  if (next.blank_before || next.kind == BlockKind::ListItem) return false;
  if (next.kind == BlockKind::Quotation || line.kind == BlockKind::Quotation) return next.kind == line.kind;
  return true;
}

// What decides whether a text was wrapped, counted over all lines that are followed by another without a blank line.
struct Widths {
  std::array<std::size_t, kWidest + 2> lines{};         // by width
  std::array<std::size_t, std::size_t{2} * (kWidest + 2)> joined{};  // by width together with the next line's first word
  std::size_t all = 0;

  explicit Widths(std::string_view text) {
    Lines reader(text);
    for (auto line = reader.next(); line;) {
      const auto next = reader.next();
      if (next && adjoins(*line, *next)) {
        ++lines[line->width];
        ++joined[line->width + next->first_word];
        ++all;
      }
      line = next;
    }
  }
};

// The width at which the text was wrapped, or 0: among lines that are followed by another without a blank line, seven
// in ten must leave no room for the next line's first word.
std::uint32_t wrap_width(const Widths& widths) {
  if (widths.all < 3) return 0;
  std::uint32_t width = 0;  // of nine lines in ten
  for (std::size_t narrower = widths.lines[0]; narrower <= widths.all * 9 / 10; narrower += widths.lines[width]) ++width;
  if (width < 30 || width > kWidest) return 0;
  const auto full = std::accumulate(widths.joined.begin() + (width - 2), widths.joined.end(), std::size_t{0});
  return full * 10 >= widths.all * 7 ? width : 0;
}

// A sentence runs on from the block so far to the next line, as where links of a page became lines of their own.
bool runs_on(std::string_view text, Span block, const Line& next) {
  const char last = text[block.end - 1];
  const bool open = last == ',' || is_ascii_letter(last) || static_cast<unsigned char>(last) >= 0x80;
  return open && block.size() >= 40 && starts_lower(next.span.of(text)) && !ends_like_sentence(block.of(text));
}

bool joined(std::string_view text, Span block, const Line& line, const Line& next, std::uint32_t width) {
  if (!adjoins(line, next)) return false;
  if (runs_on(text, block, next)) return true;
  if (width == 0) return false;
  if (line.kind == BlockKind::Paragraph && next.indent > line.indent + 1) return false;  // an indented first line
  return (line.width + 1 + next.first_word) * 20 > width * 17;
}

}  // namespace

std::vector<Block> split_blocks(std::string_view text) {
  const std::uint32_t width = wrap_width(Widths(text));
  std::vector<Block> blocks;
  Lines lines(text);
  std::optional<Line> before;
  for (auto line = lines.next(); line; line = lines.next()) {
    if (!line->span.empty() && before && !blocks.empty() && joined(text, blocks.back().span, *before, *line, width)) {
      blocks.back().span.end = line->span.end;
    } else if (!line->span.empty()) {
      blocks.push_back({line->span, line->kind});
    }
    before = line;
  }
  return blocks;
}

}  // namespace entente::corpus
