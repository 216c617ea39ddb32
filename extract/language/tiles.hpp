// What the tile instructions (AMX) of newer x86-64 processors need before they can be used: permission of the operating
// system, and a configuration. For Linux on x86-64 only.
#pragma once

#if defined(__x86_64__) && defined(__linux__)
#define ENTENTE_AMX 1

#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace entente::language {

// Eight tiles of 16 rows of 64 bytes.
struct __attribute__((packed)) TileConfig {
  std::uint8_t palette = 1;
  std::uint8_t start = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  std::uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};

// Bits of register D of CPUID leaf 7: the tiles themselves, and their products of kinds of numbers.
inline constexpr unsigned kTileBit = 24;
inline constexpr unsigned kTileInt8Bit = 25;
inline constexpr unsigned kTileBfloatBit = 22;

// Asks for the tiles; true if processor and operating system let this process use them for the kind of product.
inline bool tiles_granted(unsigned product_bit) {
  constexpr long kRequestPermission = 0x1023, kTileData = 18;  // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
  if ((d >> kTileBit & 1U) == 0 || (d >> product_bit & 1U) == 0) return false;
  return ::syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
}

}  // namespace entente::language

#else
#define ENTENTE_AMX 0
#endif
