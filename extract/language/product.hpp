// Products of 8-bit matrices with 32-bit sums: exact, so the same on every machine, whatever instructions do them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

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

// The ways this machine can do it, for tests and benchmarks; each needs those before it.
enum class Kernel : std::uint8_t { Plain, Avx2, Avx512Vnni, Amx };
Kernel best_kernel();
std::string_view kernel_name(Kernel kernel);

// sums[row * packed_columns + column] for `rows` rows of `a`, each `stride` bytes from the one before; bytes after
// `depth` up to packed_depth must be readable and are multiplied by zero.
void multiply(const std::int8_t* a, std::size_t rows, std::size_t stride, const PackedMatrix& b, std::int32_t* sums,
              Kernel kernel = best_kernel());

}  // namespace entente::language
