// Hashes: SHA-256 for identity, a fast one for tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// FIPS 180-4, 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// The first `digits` (at most 64) hexadecimal digits of SHA-256, for identifiers.
std::string short_hash(std::string_view bytes, std::size_t digits = 16);

// 64-bit hash for tables in memory and in files (FNV-1a with a final mix): the same on every machine.
constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0) {
  std::uint64_t h = 14695981039346656037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ULL;
  return h ^ (h >> 32);
}

}  // namespace entente
