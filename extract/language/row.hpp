// The work between products, on rows of whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/language/cell.hpp"

namespace entente::language {

// Fixed point numbers of a product's row, cut so that a few of them can be added.
void scale_row(const std::int32_t* sums, const Scaling& scaling, std::size_t count, std::int32_t* out);
// The same as bytes for the next product.
void scale_to_bytes(const std::int32_t* sums, const Scaling& scaling, std::size_t count, std::int8_t* out);
// to_byte(a + b).
void add_to_bytes(const std::int32_t* a, const std::int32_t* b, std::size_t count, std::int8_t* out);
// sums[i] += bytes[i]; at most 256 times.
void add_bytes(const std::int8_t* bytes, std::size_t count, std::int16_t* sums);
// out[k] = the product of `a` and the k-th of `rows` rows, `stride` bytes from each other.
void dot_rows(const std::int8_t* a, const std::int8_t* b, std::size_t rows, std::size_t stride, std::size_t count, std::int32_t* out);

}  // namespace entente::language
