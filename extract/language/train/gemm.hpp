// Products of matrices of floats, for training.
#pragma once

#include <cstddef>
#include <vector>

namespace entente::language::train {

// A matrix in row order, or the transpose of one.
struct Matrix {
  const float* data;
  std::size_t stride;       // floats between rows of what is stored
  bool transposed = false;  // true: element (i, j) is data[j * stride + i]
};

// c[m x n] = a[m x k] * b[k x n], or += if `add`. On processors with AMX the factors are rounded to bfloat16
// and the sums are kept in float; elsewhere all is float. So the same seed gives the same weights on machines
// of one kind only.
void multiply(std::size_t m, std::size_t n, std::size_t k, Matrix a, Matrix b, float* c, std::size_t c_stride, bool add);

// Adds the same numbers to each row.
inline void add_bias(std::vector<float>& rows, std::size_t width, const float* bias) {
  for (std::size_t at = 0; at < rows.size(); at += width) {
    for (std::size_t i = 0; i < width; ++i) rows[at + i] += bias[i];
  }
}

// Adds each column's sum.
inline void add_columns(const std::vector<float>& rows, std::size_t width, float* sums) {
  for (std::size_t at = 0; at < rows.size(); at += width) {
    for (std::size_t i = 0; i < width; ++i) sums[i] += rows[at + i];
  }
}

// True if the products are made by AMX.
bool uses_amx();

}  // namespace entente::language::train
