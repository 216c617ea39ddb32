#include "corpus/blocks/marks.hpp"

#include <unicode/uchar.h>

#include <array>

#include "core/base/utf8.hpp"

namespace entente::corpus {
namespace {

// Bytes of the white space at `at`, 0 if there is none.
std::size_t space_at(std::string_view line, std::size_t at) {
  const auto c = static_cast<unsigned char>(line[at]);
  if (c == ' ' || (c >= 0x09 && c <= 0x0D)) return 1;
  if (c < 0xC2) return 0;
  const Decoded d = decode_at(line, at);
  const char32_t p = d.code_point;
  const bool space = p == 0xA0 || p == 0x1680 || (p >= 0x2000 && p <= 0x200B) || p == 0x2028 || p == 0x2029 || p == 0x202F ||
                     p == 0x205F || p == 0x3000 || p == 0xFEFF;
  return space ? d.size : 0;
}

std::size_t last_begin(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && is_continuation(text[at])) --at;
  return at;
}

bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x203A || c == 0x201C;
}

// "1." "12)" "(3)" "(a)" "a)" "iv." before a blank; a year or a decimal is none.
std::size_t number_mark(std::string_view line) {
  std::size_t at = line[0] == '(' ? 1 : 0;
  const bool bracketed = at == 1;
  const std::size_t begin = at;
  while (at < line.size() && at - begin < 2 && line[at] >= '0' && line[at] <= '9') ++at;
  if (at == begin && (bracketed || (line.size() > 1 && line[1] == ')')) && at < line.size() && line[at] >= 'a' && line[at] <= 'z') {
    ++at;
  }
  if (at == begin || at >= line.size()) return 0;
  const bool closed = line[at] == ')' || (!bracketed && line[at] == '.');
  return closed ? at + 1 : 0;
}

std::size_t bullet_mark(std::string_view line) {
  constexpr std::array<std::string_view, 16> kBullets = {"•", "◦", "▪", "▫", "■", "□", "●", "○",
                                                         "‣", "⁃", "·", "–", "—", "*", "-", "►"};
  for (const auto bullet : kBullets) {
    if (line.substr(0, bullet.size()) == bullet) return bullet.size();
  }
  return 0;
}

}  // namespace

std::size_t leading_space(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t size = space_at(line, at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::size_t trailing_space(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    const std::size_t begin = last_begin(line.substr(0, end));
    if (space_at(line, begin) == 0) break;
    end = begin;
  }
  return line.size() - end;
}

Mark mark_of(std::string_view line) {
  const auto with_space = [&](std::size_t size, BlockKind kind, bool needs_space) {
    const std::size_t gap = size == 0 ? 0 : leading_space(line.substr(size));
    return size == 0 || (needs_space && gap == 0) ? Mark{} : Mark{size + gap, kind};
  };
  if (line[0] == '>') {
    std::size_t size = 1;
    while (size < line.size() && (line[size] == '>' || line[size] == ' ')) ++size;
    return {size, BlockKind::Quotation};
  }
  if (const Mark mark = with_space(bullet_mark(line), BlockKind::ListItem, true); mark.size != 0) return mark;
  return with_space(number_mark(line), BlockKind::ListItem, true);
}

bool starts_with_any_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    if (c != prefix[i]) return false;
  }
  return true;
}

bool starts_lower(std::string_view text) { return !text.empty() && u_islower(static_cast<UChar32>(decode_at(text, 0).code_point)); }

bool starts_upper(std::string_view text) { return !text.empty() && u_isupper(static_cast<UChar32>(decode_at(text, 0).code_point)); }

bool ends_like_sentence(std::string_view text) {
  while (!text.empty() && text.back() == ']') {  // "[12]" is a note
    const std::size_t open = text.rfind('[');
    if (open == std::string_view::npos || text.size() - open > 6) break;
    text = text.substr(0, open);
  }
  for (int steps = 0; !text.empty() && steps < 8; ++steps) {
    const std::size_t begin = last_begin(text);
    const char32_t c = decode_at(text, begin).code_point;
    if (c == '.' || c == '!' || c == '?' || c == 0x2026) return true;
    if (!is_closer(c) && c != ' ') return false;
    text = text.substr(0, begin);
  }
  return false;
}

}  // namespace entente::corpus
