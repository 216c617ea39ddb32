// Products of 8-bit matrices with 32-bit sums: exact, so the same on every machine, whatever instructions do them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "extract/language/kernel.hpp"

namespace entente::language {

// A matrix of `depth` rows and `columns` columns as models store it: columns in blocks of 16, in a block four rows
// at a time, each column's four numbers side by side; padded with zeros to whole blocks.
struct PackedMatrix {
  std::size_t depth = 0;
  std::size_t columns = 0;
  std::span<const std::int8_t> weights;  // packed_size(depth, columns)

  static std::size_t packed_depth(std::size_t depth) { return (depth + 3) / 4 * 4; }
  static std::size_t packed_columns(std::size_t columns) { return (columns + 15) / 16 * 16; }
  static std::size_t packed_size(std::size_t depth, std::size_t columns) {
    return packed_depth(depth) * packed_columns(columns);
  }
  // Where element (row, column) stands.
  static std::size_t place(std::size_t depth, std::size_t row, std::size_t column) {
    return (column / 16) * packed_depth(depth) * 16 + (row / 4) * 64 + (column % 16) * 4 + row % 4;
  }
};

// Columns [first, first + count) of a matrix; both multiples of 16.
inline PackedMatrix columns_of(const PackedMatrix& m, std::size_t first, std::size_t count) {
  const auto depth = PackedMatrix::packed_depth(m.depth);
  return {m.depth, count, m.weights.subspan(first * depth, count * depth)};
}

// Rows that `a` and `sums` must have room for where `rows` are multiplied; what the further ones hold does not matter.
constexpr std::size_t room_for(std::size_t rows) { return (rows + 31) / 32 * 32; }

// sums[row * packed_columns + column] for `rows` rows of `a`, each `stride` bytes from the one before; bytes after
// `depth` up to packed_depth must be readable and are multiplied by zero. See room_for(rows).
void multiply(const std::int8_t* a, std::size_t rows, std::size_t stride, const PackedMatrix& b, std::int32_t* sums,
              Kernel kernel = kernel_in_use());

}  // namespace entente::language
