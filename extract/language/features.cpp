#include "extract/language/features.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"

namespace entente::language {
namespace {

constexpr std::size_t kLongest = 64;

// Two bytes that continue E2: the typographic marks of General Punctuation and what they are read as.
char plain_mark(unsigned char second, unsigned char third) {
  if (second != 0x80) return 0;
  if (third == 0x98 || third == 0x99 || third == 0x9A || third == 0xB2) return '\'';
  if (third == 0x9C || third == 0x9D || third == 0x9E || third == 0xB3) return '"';
  if (third >= 0x90 && third <= 0x92) return '-';
  return 0;
}

// A fast hash of short strings by 8-byte words; not for files shared between byte orders (models are little-endian).
std::uint64_t hash_short(std::string_view s, std::uint64_t seed) {
  std::uint64_t h = seed * 0x9E3779B97F4A7C15ULL + s.size();
  while (s.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, s.data(), 8);
    h = mix(h ^ word);
    s.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, s.data(), s.size());
  return mix(h ^ rest);
}

char shape_byte(char c) {
  if (c >= 'A' && c <= 'Z') return 'X';
  if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) return 'x';
  return c >= '0' && c <= '9' ? '0' : c;
}

}  // namespace

std::string normalize_form(std::string_view form) {
  std::string out;
  out.reserve(std::min(form.size(), kLongest));
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '\xE2' && i + 2 < form.size()) {
      if (const char mark = plain_mark(static_cast<unsigned char>(form[i + 1]), static_cast<unsigned char>(form[i + 2]))) {
        out += mark;
        i += 2;
        continue;
      }
    }
    if (out.size() >= kLongest && !is_continuation(form[i])) break;
    out += form[i];
    if (out.size() >= kLongest + 4) break;
  }
  return out;
}

std::string lower_form(std::string_view form) {
  std::string out(form);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + 32);
    if (c == 0xC3 && i + 1 < out.size()) {
      const auto d = static_cast<unsigned char>(out[i + 1]);
      if (d >= 0x80 && d <= 0x9E && d != 0x97) out[i + 1] = static_cast<char>(d + 32);
    }
  }
  return out;
}

std::string shape_of(std::string_view form) {
  std::string out;
  for (const char c : form) {
    const char s = shape_byte(c);
    const auto n = out.size();
    if (n >= 2 && out[n - 1] == s && out[n - 2] == s) continue;
    out += s;
    if (out.size() >= 16) break;
  }
  return out;
}

std::uint64_t form_key(std::string_view form) { return hash_short(form, 12); }

WordFeatures word_features(std::string_view form) {
  const auto normal = normalize_form(form);
  const auto lower = lower_form(normal);
  WordFeatures f;
  f.form = hash_short(normal, 1);
  f.lower = hash_short(lower, 2);
  f.shape = hash_short(shape_of(normal), 3);
  std::size_t begin = 0;
  std::size_t end = lower.size();
  for (std::size_t i = 0; i < 4; ++i) {
    if (begin < lower.size()) {
      do ++begin;
      while (begin < lower.size() && is_continuation(lower[begin]));
    }
    if (end > 0) {
      do --end;
      while (end > 0 && is_continuation(lower[end]));
    }
    if (i < 3) f.prefix[i] = hash_short(std::string_view(lower).substr(0, begin), 4 + i);
    f.suffix[i] = hash_short(std::string_view(lower).substr(end), 8 + i);
  }
  return f;
}

}  // namespace entente::language
