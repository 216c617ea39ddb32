#include "corpus/blocks/split.hpp"

#include <algorithm>
#include <optional>

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
  if (text.size() > 4 * kWidest) return kWidest + 1;
  return std::min<std::uint32_t>(static_cast<std::uint32_t>(count_code_points(text)), kWidest + 1);
}

std::size_t find_break(std::string_view text, std::size_t from) {
  for (; from < text.size(); ++from) {
    const char c = text[from];
    if (c == '\n' || c == '\r' || c == '\f') return from;
  }
  return text.size();
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = find_break(text, at);
    std::string_view raw = text.substr(at, end - at);
    const std::size_t lead = leading_space(raw);
    const std::size_t kept = raw.size() - trailing_space(raw);
    if (lead >= kept) {
      // "\r\n" is one break.
      if (!(end == at && at > 0 && text[at - 1] == '\r' && end < text.size() && text[end] == '\n')) blank = true;
    } else {
      Line line;
      const std::string_view content = raw.substr(lead, kept - lead);
      const Mark mark = mark_of(content);
      line.span = {static_cast<std::uint32_t>(at + lead + mark.size), static_cast<std::uint32_t>(at + kept)};
      line.indent = static_cast<std::uint32_t>(lead);
      line.blank_before = blank;
      line.kind = mark.kind;
      line.width = code_points(raw.substr(0, kept));
      line.first_word = code_points(content.substr(0, std::min(content.find(' '), content.size())));
      lines.push_back(line);
      blank = false;
    }
    at = end + 1;
  }
  return lines;
}

// `next` stands directly below `line` and opens nothing of its own.
bool adjoins(const Line& line, const Line& next) {
  if (next.blank_before || next.kind == BlockKind::ListItem) return false;
  if (next.kind == BlockKind::Quotation || line.kind == BlockKind::Quotation) return next.kind == line.kind;
  return true;
}

// The width at which the text was wrapped, or 0: among lines that are followed by another without a blank line, seven
// in ten must leave no room for the next line's first word.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
  std::vector<std::uint32_t> widths;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (adjoins(lines[i], lines[i + 1])) widths.push_back(lines[i].width);
  }
  if (widths.size() < 3) return 0;
  const auto high = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), high, widths.end());
  const std::uint32_t width = *high;
  if (width < 30 || width > kWidest) return 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    full += adjoins(lines[i], lines[i + 1]) && lines[i].width + 1 + lines[i + 1].first_word + 2 > width;
  }
  return full * 10 >= widths.size() * 7 ? width : 0;
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
  const std::vector<Line> lines = lines_of(text);
  const std::uint32_t width = wrap_width(lines);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].span.empty()) continue;
    if (i > 0 && !blocks.empty() && joined(text, blocks.back().span, lines[i - 1], lines[i], width)) {
      blocks.back().span.end = lines[i].span.end;
    } else {
      blocks.push_back({lines[i].span, lines[i].kind});
    }
  }
  return blocks;
}

}  // namespace entente::corpus
