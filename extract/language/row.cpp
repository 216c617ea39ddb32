#include "extract/language/row.hpp"

#include <algorithm>

#include "extract/language/kernel.hpp"

namespace entente::language {
namespace {

#define ENTENTE_INLINE inline __attribute__((always_inline))

constexpr std::int32_t kLargest = 1 << 26;

ENTENTE_INLINE std::int32_t fixed(std::int32_t sum, std::int32_t factor, int shift, std::int32_t bias) {
  return std::min(std::max(scaled(sum, factor, shift, bias), -kLargest), kLargest);
}

// The loops of row.hpp; compiled once for every instruction set below.
struct Loops {
  static ENTENTE_INLINE void scale(const std::int32_t* __restrict sums, const Scaling& s, std::size_t n, std::int32_t* __restrict out) {
    const std::int32_t* __restrict factor = s.factor;
    const std::int32_t* __restrict bias = s.bias;
    const int shift = s.shift;
    for (std::size_t i = 0; i < n; ++i) out[i] = fixed(sums[i], factor[i], shift, bias[i]);
  }
  static ENTENTE_INLINE void bytes(const std::int32_t* __restrict sums, const Scaling& s, std::size_t n, std::int8_t* __restrict out) {
    const std::int32_t* __restrict factor = s.factor;
    const std::int32_t* __restrict bias = s.bias;
    const int shift = s.shift;
    for (std::size_t i = 0; i < n; ++i) out[i] = to_byte(fixed(sums[i], factor[i], shift, bias[i]));
  }
  static ENTENTE_INLINE void add(const std::int32_t* __restrict a, const std::int32_t* __restrict b, std::size_t n, std::int8_t* __restrict out) {
    for (std::size_t i = 0; i < n; ++i) out[i] = to_byte(a[i] + b[i]);
  }
  static ENTENTE_INLINE void sum(const std::int8_t* __restrict bytes, std::size_t n, std::int16_t* __restrict sums) {
    for (std::size_t i = 0; i < n; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + bytes[i]);
  }
  static ENTENTE_INLINE void dots(const std::int8_t* __restrict a, const std::int8_t* __restrict b, std::size_t rows,
                                  std::size_t stride, std::size_t n, std::int32_t* __restrict out) {
    for (std::size_t r = 0; r < rows; ++r) {
      std::int32_t total = 0;
      for (std::size_t i = 0; i < n; ++i) total += a[i] * b[r * stride + i];
      out[r] = total;
    }
  }
};

// NAME_plain, NAME_avx2 and NAME_avx512, and which of them the kernel in use allows.
#if defined(__x86_64__)
#define ENTENTE_VARIANTS(name, parameters, arguments)                                                                    \
  void name##_plain parameters { Loops::name arguments; }                                                                \
  __attribute__((target("avx2"))) void name##_avx2 parameters { Loops::name arguments; }                                 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq"))) void name##_avx512 parameters { Loops::name arguments; } \
  void name parameters {                                                                                                 \
    const auto kernel = kernel_in_use();                                                                                 \
    if (kernel >= Kernel::Avx512Vnni) return name##_avx512 arguments;                                                    \
    if (kernel >= Kernel::Avx2) return name##_avx2 arguments;                                                            \
    name##_plain arguments;                                                                                              \
  }
#else
#define ENTENTE_VARIANTS(name, parameters, arguments) \
  void name parameters { Loops::name arguments; }
#endif

ENTENTE_VARIANTS(scale, (const std::int32_t* sums, const Scaling& s, std::size_t n, std::int32_t* out), (sums, s, n, out))
ENTENTE_VARIANTS(bytes, (const std::int32_t* sums, const Scaling& s, std::size_t n, std::int8_t* out), (sums, s, n, out))
ENTENTE_VARIANTS(add, (const std::int32_t* a, const std::int32_t* b, std::size_t n, std::int8_t* out), (a, b, n, out))
ENTENTE_VARIANTS(sum, (const std::int8_t* bytes, std::size_t n, std::int16_t* sums), (bytes, n, sums))
ENTENTE_VARIANTS(dots, (const std::int8_t* a, const std::int8_t* b, std::size_t rows, std::size_t stride, std::size_t n, std::int32_t* out),
                 (a, b, rows, stride, n, out))

}  // namespace

void scale_row(const std::int32_t* sums, const Scaling& scaling, std::size_t count, std::int32_t* out) { scale(sums, scaling, count, out); }
void scale_to_bytes(const std::int32_t* sums, const Scaling& scaling, std::size_t count, std::int8_t* out) { bytes(sums, scaling, count, out); }
void add_to_bytes(const std::int32_t* a, const std::int32_t* b, std::size_t count, std::int8_t* out) { add(a, b, count, out); }
void add_bytes(const std::int8_t* from, std::size_t count, std::int16_t* sums) { sum(from, count, sums); }
void dot_rows(const std::int8_t* a, const std::int8_t* b, std::size_t rows, std::size_t stride, std::size_t count, std::int32_t* out) {
  dots(a, b, rows, stride, count, out);
}

}  // namespace entente::language
