#include "extract/language/product.hpp"

#include "extract/language/product_amx.hpp"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace entente::language {
namespace {

void multiply_plain(const std::int8_t* a, std::size_t rows, std::size_t stride, const PackedMatrix& b, std::int32_t* sums) {
  const auto columns = PackedMatrix::packed_columns(b.columns);
  const auto depth = PackedMatrix::packed_depth(b.depth);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t block = 0; block < columns; block += 16) {
      const std::int8_t* w = b.weights.data() + block * depth;
      std::int32_t total[16] = {};
      for (std::size_t k = 0; k < depth; k += 4, w += 64) {
        const std::int8_t* x = a + r * stride + k;
        for (std::size_t c = 0; c < 16; ++c) {
          total[c] += x[0] * w[4 * c] + x[1] * w[4 * c + 1] + x[2] * w[4 * c + 2] + x[3] * w[4 * c + 3];
        }
      }
      std::copy_n(total, 16, sums + r * columns + block);
    }
  }
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) void multiply_avx2(const std::int8_t* a, std::size_t rows, std::size_t stride,
                                                   const PackedMatrix& b, std::int32_t* sums) {
  const auto columns = PackedMatrix::packed_columns(b.columns);
  const auto depth = PackedMatrix::packed_depth(b.depth);
  for (std::size_t block = 0; block < columns; block += 16) {
    const std::int8_t* weights = b.weights.data() + block * depth;
    for (std::size_t r = 0; r < rows; ++r) {
      __m256i total[4] = {};  // of four columns each, two halves of every sum beside each other
      const std::int8_t* w = weights;
      for (std::size_t k = 0; k < depth; k += 4, w += 64) {
        std::int32_t four;
        std::memcpy(&four, a + r * stride + k, 4);
        const __m256i x = _mm256_broadcastq_epi64(_mm_cvtepi8_epi16(_mm_cvtsi32_si128(four)));
        for (int i = 0; i < 4; ++i) {
          const __m256i v = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(w + 16 * i)));
          total[i] = _mm256_add_epi32(total[i], _mm256_madd_epi16(x, v));
        }
      }
      for (int i = 0; i < 4; i += 2) {
        const __m256i mixed = _mm256_hadd_epi32(total[i], total[i + 1]);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * columns + block + 4 * static_cast<std::size_t>(i)),
                            _mm256_permute4x64_epi64(mixed, 0xD8));
      }
    }
  }
}

#define ENTENTE_VNNI __attribute__((target("avx512f,avx512bw,avx512vnni")))

// kRows rows by 32 (kWide) or 16 columns. The instruction wants one side unsigned, so 128 is added to `a`, and
// 128 times the column's sum, which the same instruction gives, taken off again.
template <int kRows, int kBlocks>
ENTENTE_VNNI inline void block_vnni(const std::int8_t* a, std::size_t stride, const std::int8_t* w, std::size_t depth,
                                    std::int32_t* sums, std::size_t columns) {
  __m512i total[kRows][kBlocks];
  __m512i shift[kBlocks];
  for (int j = 0; j < kBlocks; ++j) {
    shift[j] = _mm512_setzero_si512();
    for (int r = 0; r < kRows; ++r) total[r][j] = _mm512_setzero_si512();
  }
  const __m512i bias = _mm512_set1_epi8(static_cast<char>(0x80));
  for (std::size_t k = 0; k < depth; k += 4) {
    __m512i v[kBlocks];
    for (int j = 0; j < kBlocks; ++j) {
      v[j] = _mm512_loadu_si512(w + static_cast<std::size_t>(j) * depth * 16 + k * 16);
      shift[j] = _mm512_dpbusd_epi32(shift[j], bias, v[j]);
    }
    for (int r = 0; r < kRows; ++r) {
      std::int32_t four;
      std::memcpy(&four, a + static_cast<std::size_t>(r) * stride + k, 4);
      const __m512i x = _mm512_xor_si512(_mm512_set1_epi32(four), bias);
      for (int j = 0; j < kBlocks; ++j) total[r][j] = _mm512_dpbusd_epi32(total[r][j], x, v[j]);
    }
  }
  for (int r = 0; r < kRows; ++r) {
    for (int j = 0; j < kBlocks; ++j) {
      _mm512_storeu_si512(sums + static_cast<std::size_t>(r) * columns + 16 * static_cast<std::size_t>(j),
                          _mm512_sub_epi32(total[r][j], shift[j]));
    }
  }
}

template <int kRows>
ENTENTE_VNNI inline void rows_vnni(const std::int8_t* a, std::size_t stride, const PackedMatrix& b, std::int32_t* sums) {
  const auto columns = PackedMatrix::packed_columns(b.columns);
  const auto depth = PackedMatrix::packed_depth(b.depth);
  std::size_t block = 0;
  for (; block + 32 <= columns; block += 32) {
    block_vnni<kRows, 2>(a, stride, b.weights.data() + block * depth, depth, sums + block, columns);
  }
  if (block < columns) block_vnni<kRows, 1>(a, stride, b.weights.data() + block * depth, depth, sums + block, columns);
}

ENTENTE_VNNI void multiply_vnni(const std::int8_t* a, std::size_t rows, std::size_t stride, const PackedMatrix& b, std::int32_t* sums) {
  const auto columns = PackedMatrix::packed_columns(b.columns);
  std::size_t r = 0;
  for (; r + 8 <= rows; r += 8) rows_vnni<8>(a + r * stride, stride, b, sums + r * columns);
  for (; r + 4 <= rows; r += 4) rows_vnni<4>(a + r * stride, stride, b, sums + r * columns);
  for (; r < rows; ++r) rows_vnni<1>(a + r * stride, stride, b, sums + r * columns);
}

#endif

}  // namespace

void multiply(const std::int8_t* a, std::size_t rows, std::size_t stride, const PackedMatrix& b, std::int32_t* sums, Kernel kernel) {
#if defined(__x86_64__)
  if (kernel == Kernel::Amx) {
    const auto done = multiply_amx(a, rows, stride, b, sums);
    if (done >= rows) return;
    return multiply_vnni(a + done * stride, rows - done, stride, b, sums + done * PackedMatrix::packed_columns(b.columns));
  }
  if (kernel == Kernel::Avx512Vnni) return multiply_vnni(a, rows, stride, b, sums);
  if (kernel == Kernel::Avx2) return multiply_avx2(a, rows, stride, b, sums);
#endif
  (void)kernel;
  multiply_plain(a, rows, stride, b, sums);
}

}  // namespace entente::language
