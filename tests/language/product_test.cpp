#include "extract/language/product.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace entente::language;

namespace {

std::int8_t pseudo(std::uint32_t i) { return static_cast<std::int8_t>(static_cast<int>((i * 2654435761U) >> 24) % 128); }

// The definition, without packing.
std::vector<std::int32_t> naive(const std::vector<std::int8_t>& a, std::size_t rows, std::size_t depth,
                                const std::vector<std::int8_t>& b, std::size_t columns) {
  std::vector<std::int32_t> sums(rows * columns, 0);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      for (std::size_t k = 0; k < depth; ++k) sums[r * columns + c] += a[r * depth + k] * b[k * columns + c];
    }
  }
  return sums;
}

}  // namespace

TEST_CASE("every kernel of this machine gives the exact product") {
  struct Size {
    std::size_t rows, depth, columns;
  };
  for (const auto& [rows, depth, columns] :
       {Size{1, 4, 1}, Size{7, 12, 16}, Size{33, 64, 48}, Size{70, 128, 50}, Size{64, 192, 32}, Size{5, 256, 17}, Size{50, 64, 80}, Size{103, 128, 16}}) {
    std::vector<std::int8_t> a(room_for(rows) * depth), b(depth * columns);
    for (std::uint32_t i = 0; i < rows * depth; ++i) a[i] = pseudo(i + 1);
    for (std::uint32_t i = 0; i < b.size(); ++i) b[i] = i % 5 == 0 ? std::int8_t{127} : pseudo(i + 77);
    std::vector<std::int8_t> packed(PackedMatrix::packed_size(depth, columns), 0);
    for (std::size_t k = 0; k < depth; ++k) {
      for (std::size_t c = 0; c < columns; ++c) packed[PackedMatrix::place(depth, k, c)] = b[k * columns + c];
    }
    const auto expected = naive(a, rows, depth, b, columns);
    const auto wide = PackedMatrix::packed_columns(columns);
    for (int kernel = 0; kernel <= static_cast<int>(best_kernel()); ++kernel) {
      std::vector<std::int32_t> sums(room_for(rows) * wide, -1);
      multiply(a.data(), rows, depth, {depth, columns, packed}, sums.data(), static_cast<Kernel>(kernel));
      bool same = true;
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) same = same && sums[r * wide + c] == expected[r * columns + c];
      }
      CHECK_MESSAGE(same, kernel_name(static_cast<Kernel>(kernel)) << ' ' << rows << 'x' << depth << 'x' << columns);
    }
  }
}
