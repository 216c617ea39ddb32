#include "extract/language/train/gemm.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

#include "extract/language/tiles.hpp"

namespace entente::language::train {
namespace {

// Without AMX: rows of b times numbers of a, eight rows of c at a time.
void multiply_plain(std::size_t m, std::size_t n, std::size_t k, Matrix a, const float* b, float* c, std::size_t c_stride) {
  for (std::size_t i = 0; i < m; ++i) {
    float* __restrict row = c + i * c_stride;
    for (std::size_t p = 0; p < k; ++p) {
      const float x = a.transposed ? a.data[p * a.stride + i] : a.data[i * a.stride + p];
      const float* __restrict from = b + p * n;
      for (std::size_t j = 0; j < n; ++j) row[j] += x * from[j];
    }
  }
}

std::vector<float> plain_rows(std::size_t k, std::size_t n, Matrix b) {
  std::vector<float> rows(k * n);
  for (std::size_t p = 0; p < k; ++p) {
    for (std::size_t j = 0; j < n; ++j) rows[p * n + j] = b.transposed ? b.data[j * b.stride + p] : b.data[p * b.stride + j];
  }
  return rows;
}

#if ENTENTE_AMX

inline std::uint16_t to_bfloat(float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, 4);
  return static_cast<std::uint16_t>((bits + 0x7FFFU + ((bits >> 16) & 1U)) >> 16);
}

// Two rows as pairs of bfloat16 numbers.
inline void interleave(const float* __restrict even, const float* __restrict odd, std::size_t count, std::uint32_t* __restrict out) {
  if (count == 16) {
    for (std::size_t i = 0; i < 16; ++i) out[i] = to_bfloat(even[i]) | static_cast<std::uint32_t>(to_bfloat(odd[i])) << 16;
    return;
  }
  for (std::size_t i = 0; i < count; ++i) out[i] = to_bfloat(even[i]) | static_cast<std::uint32_t>(to_bfloat(odd[i])) << 16;
}

std::size_t blocks(std::size_t size, std::size_t block) { return (size + block - 1) / block; }

constexpr std::size_t kTile = 512;  // bfloat16 numbers of one tile: 16 x 32
constexpr std::size_t kDeep = 12;   // tiles of depth taken at a time, so that a panel stays in the nearest cache

// Room for `lines` blocks of `depth` tiles, zero where the matrix may not reach.
void make_room(std::size_t lines, std::size_t depth, bool whole, std::vector<std::uint16_t>& out) {
  out.resize(std::max(out.size(), lines * depth * kTile));
  if (whole) return;
  for (std::size_t line = 0; line + 2 < lines; ++line) std::fill_n(&out[(line * depth + depth - 1) * kTile], kTile, 0);
  std::fill_n(&out[(lines - 2) * depth * kTile], 2 * depth * kTile, 0);
}

// Tiles of 16 rows and 32 columns of a, row blocks first.
void pack_left(std::size_t m, std::size_t k, Matrix a, std::vector<std::uint16_t>& out) {
  const auto row_blocks = blocks(m, 32) * 2;
  const auto depth = blocks(k, 32);
  make_room(row_blocks, depth, m % 32 == 0 && k % 32 == 0, out);
  if (!a.transposed) {
    for (std::size_t i = 0; i < m; ++i) {
      for (std::size_t p = 0; p < depth; ++p) {
        std::uint16_t* __restrict to = &out[((i / 16) * depth + p) * kTile + (i % 16) * 32];
        const float* __restrict from = a.data + i * a.stride + p * 32;
        const auto count = std::min<std::size_t>(32, k - p * 32);
        for (std::size_t q = 0; q < count; ++q) to[q] = to_bfloat(from[q]);
      }
    }
    return;
  }
  const std::vector<float> zeros(m, 0.0F);
  std::uint32_t pairs[16];
  for (std::size_t p = 0; p < k; p += 2) {
    const float* even = a.data + p * a.stride;
    const float* odd = p + 1 < k ? even + a.stride : zeros.data();
    for (std::size_t i = 0; i < m; i += 16) {
      auto* to = reinterpret_cast<std::uint32_t*>(&out[((i / 16) * depth + p / 32) * kTile + p % 32]);
      const auto count = std::min<std::size_t>(16, m - i);
      interleave(even + i, odd + i, count, pairs);
      for (std::size_t q = 0; q < count; ++q) to[q * 16] = pairs[q];
    }
  }
}

// Tiles of 32 rows and 16 columns of b, pairs of rows interleaved, column blocks first.
void pack_right(std::size_t k, std::size_t n, Matrix b, std::vector<std::uint16_t>& out) {
  const auto column_blocks = blocks(n, 32) * 2;
  const auto depth = blocks(k, 32);
  make_room(column_blocks, depth, n % 32 == 0 && k % 32 == 0, out);
  const auto at = [&](std::size_t p, std::size_t j) {
    return ((j / 16) * depth + p / 32) * kTile + ((p % 32) / 2) * 32 + (j % 16) * 2 + p % 2;
  };
  if (b.transposed) {
    for (std::size_t j = 0; j < n; ++j) {
      const float* from = b.data + j * b.stride;
      for (std::size_t p = 0; p + 1 < k; p += 2) {
        auto* to = reinterpret_cast<std::uint32_t*>(&out[at(p, j)]);
        *to = to_bfloat(from[p]) | static_cast<std::uint32_t>(to_bfloat(from[p + 1])) << 16;
      }
      if (k % 2 == 1) out[at(k - 1, j)] = to_bfloat(from[k - 1]);
    }
    return;
  }
  const std::vector<float> zeros(n, 0.0F);
  for (std::size_t p = 0; p < k; p += 2) {
    const float* even = b.data + p * b.stride;
    const float* odd = p + 1 < k ? even + b.stride : zeros.data();
    for (std::size_t j = 0; j < n; j += 16) {
      interleave(even + j, odd + j, std::min<std::size_t>(16, n - j), reinterpret_cast<std::uint32_t*>(&out[at(p, j)]));
    }
  }
}

__attribute__((target("amx-tile,amx-bf16"))) void product_32x32(const std::uint16_t* a, const std::uint16_t* b,
                                                                std::size_t line, std::size_t depth, float* sums) {
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t p = 0; p < depth; ++p) {
    _tile_loadd(4, a + p * kTile, 64);
    _tile_loadd(5, a + (line + p) * kTile, 64);
    _tile_loadd(6, b + p * kTile, 64);
    _tile_loadd(7, b + (line + p) * kTile, 64);
    _tile_dpbf16ps(0, 4, 6);
    _tile_dpbf16ps(1, 4, 7);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
  }
  _tile_stored(0, sums, 128);
  _tile_stored(1, sums + 16, 128);
  _tile_stored(2, sums + 16 * 32, 128);
  _tile_stored(3, sums + 16 * 32 + 16, 128);
}

__attribute__((target("amx-tile"))) void configure_tiles() {
  const TileConfig config;
  _tile_loadconfig(&config);
}

// Adds or puts what lies in the matrix of the 32 x 32 sums.
void place(const float* __restrict sums, std::size_t rows, std::size_t columns, float* c, std::size_t c_stride, bool add) {
  for (std::size_t r = 0; r < rows; ++r) {
    float* __restrict to = c + r * c_stride;
    if (add) {
      for (std::size_t q = 0; q < columns; ++q) to[q] += sums[r * 32 + q];
    } else {
      for (std::size_t q = 0; q < columns; ++q) to[q] = sums[r * 32 + q];
    }
  }
}

void multiply_amx(std::size_t m, std::size_t n, std::size_t k, Matrix a, Matrix b, float* c, std::size_t c_stride, bool add) {
  static thread_local std::vector<std::uint16_t> left;
  static thread_local std::vector<std::uint16_t> right;
  pack_left(m, k, a, left);
  pack_right(k, n, b, right);
  configure_tiles();
  const auto depth = blocks(k, 32);
  alignas(64) float sums[32 * 32];
  for (std::size_t p = 0; p < depth; p += kDeep) {
    const auto deep = std::min(kDeep, depth - p);
    for (std::size_t i = 0; i < m; i += 32) {
      for (std::size_t j = 0; j < n; j += 32) {
        product_32x32(&left[((i / 16) * depth + p) * kTile], &right[((j / 16) * depth + p) * kTile], depth, deep, sums);
        place(sums, std::min<std::size_t>(32, m - i), std::min<std::size_t>(32, n - j), c + i * c_stride + j, c_stride, add || p > 0);
      }
    }
  }
}

#endif

}  // namespace

bool uses_amx() {
#if ENTENTE_AMX
  static const bool granted = tiles_granted(kTileBfloatBit);
  return granted;
#else
  return false;
#endif
}

void multiply(std::size_t m, std::size_t n, std::size_t k, Matrix a, Matrix b, float* c, std::size_t c_stride, bool add) {
  if (m == 0 || n == 0) return;
#if ENTENTE_AMX
  if (uses_amx()) return multiply_amx(m, n, k, a, b, c, c_stride, add);
#endif
  for (std::size_t i = 0; i < m && !add; ++i) std::fill_n(c + i * c_stride, n, 0.0F);
  if (!b.transposed && b.stride == n) return multiply_plain(m, n, k, a, b.data, c, c_stride);
  multiply_plain(m, n, k, a, plain_rows(k, n, b).data(), c, c_stride);
}

}  // namespace entente::language::train
