// A hash for tables in memory only: fast on short strings, the same within one program on one machine type.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente::rdf {

// Folds the 128-bit product of both, the mixing step of multiply-based hashes.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

// Eight bytes at a time; the tail is read overlapping, so nothing beyond the string is touched.
inline std::uint64_t fast_hash(std::string_view bytes, std::uint64_t seed = 0) {
  constexpr std::uint64_t k0 = 0xA0761D6478BD642FULL;
  constexpr std::uint64_t k1 = 0xE7037ED1A0B428DBULL;
  const char* p = bytes.data();
  std::size_t n = bytes.size();
  std::uint64_t h = seed ^ k0 ^ n;
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  while (n > 16) {
    std::memcpy(&a, p, 8);
    std::memcpy(&b, p + 8, 8);
    h = mix(a ^ k1, b ^ h);
    p += 16;
    n -= 16;
  }
  a = b = 0;
  if (n >= 8) {
    std::memcpy(&a, p, 8);
    std::memcpy(&b, p + n - 8, 8);
  } else if (n >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, p, 4);
    std::memcpy(&high, p + n - 4, 4);
    a = low;
    b = high;
  } else if (n > 0) {
    a = static_cast<unsigned char>(p[0]) | static_cast<std::uint64_t>(static_cast<unsigned char>(p[n / 2])) << 8U |
        static_cast<std::uint64_t>(static_cast<unsigned char>(p[n - 1])) << 16U;
  }
  return mix(k1 ^ n, mix(a ^ k1, b ^ h));
}

}  // namespace entente::rdf
