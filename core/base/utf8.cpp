#include "core/base/utf8.hpp"

#include <cstring>

namespace entente {
namespace {

using Byte = unsigned char;

bool in(Byte b, Byte low, Byte high) { return b >= low && b <= high; }

// Length of the well-formed sequence at p (n bytes left), or 0.
std::size_t sequence_length(const Byte* p, std::size_t n) {
  const Byte lead = p[0];
  if (lead < 0x80) return 1;
  if (in(lead, 0xC2, 0xDF)) return n >= 2 && in(p[1], 0x80, 0xBF) ? 2 : 0;
  if (in(lead, 0xE0, 0xEF)) {
    if (n < 3 || !in(p[2], 0x80, 0xBF)) return 0;
    const Byte low = lead == 0xE0 ? 0xA0 : 0x80;
    const Byte high = lead == 0xED ? 0x9F : 0xBF;
    return in(p[1], low, high) ? 3 : 0;
  }
  if (in(lead, 0xF0, 0xF4)) {
    if (n < 4 || !in(p[2], 0x80, 0xBF) || !in(p[3], 0x80, 0xBF)) return 0;
    const Byte low = lead == 0xF0 ? 0x90 : 0x80;
    const Byte high = lead == 0xF4 ? 0x8F : 0xBF;
    return in(p[1], low, high) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const auto* p = reinterpret_cast<const Byte*>(text.data());
  std::size_t i = 0;
  while (i < text.size()) {
    if (i + 8 <= text.size()) {
      std::uint64_t block;
      std::memcpy(&block, p + i, 8);
      if ((block & 0x8080808080808080ULL) == 0) {
        i += 8;
        continue;
      }
    }
    const std::size_t length = sequence_length(p + i, text.size() - i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

Decoded decode_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t k) { return static_cast<char32_t>(static_cast<Byte>(text[at + k])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  // Eight bytes a step: bit 7 of a continuation byte is set, bit 6 is not.
  std::size_t continued = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t block;
    std::memcpy(&block, text.data() + i, 8);
    if ((block & 0x8080808080808080ULL) == 0) continue;
    const std::uint64_t marks = (block >> 7) & ~(block >> 6) & 0x0101010101010101ULL;
    continued += (marks * 0x0101010101010101ULL) >> 56;
  }
  for (; i < text.size(); ++i) continued += is_continuation(text[i]);
  return text.size() - continued;
}

}  // namespace entente
