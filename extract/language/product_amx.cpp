#include "extract/language/product_amx.hpp"

#include <algorithm>

#include "extract/language/tiles.hpp"

namespace entente::language {

#if ENTENTE_AMX

namespace {

#define ENTENTE_TILES __attribute__((target("amx-tile,amx-int8")))

// 16 or 32 rows by 16 or 32 columns: the packed blocks are tiles as they are.
template <bool kMoreRows, bool kMoreColumns>
ENTENTE_TILES inline void block(const std::int8_t* a, std::size_t stride, const std::int8_t* b, std::size_t depth,
                                std::int32_t* sums, std::size_t columns) {
  _tile_zero(0);
  if (kMoreColumns) _tile_zero(1);
  if (kMoreRows) _tile_zero(2);
  if (kMoreRows && kMoreColumns) _tile_zero(3);
  for (std::size_t k = 0; k < depth; k += 64) {
    _tile_loadd(4, a + k, stride);
    _tile_loadd(6, b + 16 * k, 64);
    _tile_dpbssd(0, 4, 6);
    if (kMoreRows) _tile_loadd(5, a + 16 * stride + k, stride);
    if (kMoreRows) _tile_dpbssd(2, 5, 6);
    if (kMoreColumns) _tile_loadd(7, b + 16 * (depth + k), 64);
    if (kMoreColumns) _tile_dpbssd(1, 4, 7);
    if (kMoreRows && kMoreColumns) _tile_dpbssd(3, 5, 7);
  }
  _tile_stored(0, sums, columns * 4);
  if (kMoreColumns) _tile_stored(1, sums + 16, columns * 4);
  if (kMoreRows) _tile_stored(2, sums + 16 * columns, columns * 4);
  if (kMoreRows && kMoreColumns) _tile_stored(3, sums + 16 * columns + 16, columns * 4);
}

constexpr std::size_t kGroup = 64;  // rows that stay in the nearest cache while the columns pass by
constexpr std::size_t kFew = 4;     // rows that are not worth a tile

template <bool kMoreColumns>
ENTENTE_TILES inline void columns_block(const std::int8_t* a, std::size_t rows, std::size_t stride, const std::int8_t* b,
                                        std::size_t depth, std::int32_t* sums, std::size_t columns) {
  for (std::size_t r = 0; r < rows; r += 32) {
    if (rows - r > 16) block<true, kMoreColumns>(a + r * stride, stride, b, depth, sums + r * columns, columns);
    if (rows - r <= 16) block<false, kMoreColumns>(a + r * stride, stride, b, depth, sums + r * columns, columns);
  }
}

}  // namespace

bool amx_available() {
  static const bool available = tiles_granted(kTileInt8Bit);
  return available;
}

ENTENTE_TILES std::size_t multiply_amx(const std::int8_t* a, std::size_t rows, std::size_t stride, const PackedMatrix& b, std::int32_t* sums) {
  const auto columns = PackedMatrix::packed_columns(b.columns);
  const auto tail = rows % 32;
  if (tail <= kFew) rows -= tail;
  if (b.depth % 64 != 0 || rows == 0) return 0;
  const TileConfig config;
  _tile_loadconfig(&config);
  for (std::size_t r = 0; r < rows; r += kGroup) {
    const auto group = std::min(kGroup, rows - r);
    std::size_t c = 0;
    for (; c + 32 <= columns; c += 32) {
      columns_block<true>(a + r * stride, group, stride, b.weights.data() + c * b.depth, b.depth, sums + r * columns + c, columns);
    }
    if (c < columns) {
      columns_block<false>(a + r * stride, group, stride, b.weights.data() + c * b.depth, b.depth, sums + r * columns + c, columns);
    }
  }
  _tile_release();
  return rows;
}

#else

bool amx_available() { return false; }
std::size_t multiply_amx(const std::int8_t*, std::size_t, std::size_t, const PackedMatrix&, std::int32_t*) { return 0; }

#endif

}  // namespace entente::language
