// UTF-8 validation and decoding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

// Byte offset of the first ill-formed sequence (Unicode 15, table 3-7: no overlong forms, surrogates, or
// values above U+10FFFF), or nothing if `text` is well formed.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

struct Decoded {
  char32_t code_point;
  std::uint8_t size;  // bytes, 1 to 4
};

// The code point at byte `at` of well-formed UTF-8; `at` must be the first byte of a sequence inside `text`.
Decoded decode_at(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code_point);

// Number of code points in well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

// True if `byte` continues a sequence (10xxxxxx).
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace entente
