#include "corpus/readers/entities.hpp"

#include <array>
#include <cstdint>
#include <utility>

#include "core/base/utf8.hpp"

namespace entente::corpus {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kNamed = {{
    {"amp", "&"},     {"lt", "<"},      {"gt", ">"},      {"quot", "\""},   {"apos", "'"},    {"nbsp", "\xC2\xA0"}, {"ndash", "–"},
    {"mdash", "—"},   {"hellip", "…"},  {"lsquo", "‘"},   {"rsquo", "’"},   {"ldquo", "“"},   {"rdquo", "”"},       {"laquo", "«"},
    {"raquo", "»"},   {"bull", "•"},    {"middot", "·"},  {"copy", "©"},    {"eacute", "é"},  {"egrave", "è"},      {"agrave", "à"},
    {"ccedil", "ç"},  {"ouml", "ö"},    {"uuml", "ü"},    {"auml", "ä"},    {"shy", "\xC2\xAD"},
}};

bool is_scalar(std::uint32_t c) { return c != 0 && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF); }

// Value of the digits of "#8217" or "#x2019"; 0 if they are none.
std::uint32_t number_of(std::string_view name) {
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t value = 0;
  if (digits.empty() || digits.size() > 7) return 0;
  for (const char c : digits) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return 0;
    value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
  }
  return value;
}

}  // namespace

std::size_t decode_entity(std::string_view text, std::string& character) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] == '#') {
    const std::uint32_t value = number_of(name);
    if (!is_scalar(value)) return 0;
    append_utf8(character, static_cast<char32_t>(value));
    return end + 1;
  }
  for (const auto& [known, value] : kNamed) {
    if (known != name) continue;
    character = value;
    return end + 1;
  }
  return 0;
}

}  // namespace entente::corpus
