#include "extract/language/cell.hpp"

#include <algorithm>

#include "extract/language/kernel.hpp"

namespace entente::language {
namespace {

#define ENTENTE_INLINE inline __attribute__((always_inline))
// The arrays of a step do not overlap.
#if defined(__clang__)
#define ENTENTE_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#else
#define ENTENTE_INDEPENDENT _Pragma("GCC ivdep")
#endif

ENTENTE_INLINE std::int32_t clipped(std::int32_t x) { return std::min(std::max(x, -kOne), kOne); }

// Two parabolas near the logistic function, as the training has them.
ENTENTE_INLINE std::int32_t gate(std::int32_t x) {
  const std::int32_t size = std::min(x < 0 ? -x : x, 4 * kOne);
  const std::int32_t q = kOne - (size >> 2);
  const std::int32_t s = (q * q) >> 13;
  return x >= 0 ? kOne - s : s;
}

template <bool kOwnSkip>
ENTENTE_INLINE void step_body(const CellStep& p) {
  const std::size_t n = p.hidden;
  const std::int32_t* __restrict sums = p.sums;
  const std::int32_t* __restrict factor = p.scaling.factor;
  const std::int32_t* __restrict bias = p.scaling.bias;
  const std::int32_t* __restrict peephole = p.peephole;
  const std::int16_t* __restrict skip = p.skip;
  std::int32_t* __restrict cell = p.cell;
  std::int16_t* __restrict output = p.output;
  std::int8_t* __restrict bytes = p.bytes;
  const int shift = p.scaling.shift;
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) {
    const std::int32_t before = cell[i];
    const std::int32_t x = clipped(scaled(sums[i], factor[i], shift, bias[i]));
    const std::int32_t f = gate(scaled(sums[n + i], factor[n + i], shift, bias[n + i]) + ((peephole[i] * before) >> 12));
    const std::int32_t r =
        gate(scaled(sums[2 * n + i], factor[2 * n + i], shift, bias[2 * n + i]) + ((peephole[n + i] * before) >> 12));
    const std::int32_t s =
        kOwnSkip ? clipped(scaled(sums[3 * n + i], factor[3 * n + i], shift, bias[3 * n + i])) : std::int32_t{skip[i]};
    const std::int32_t c = x + ((f * (before - x) + kOne / 2) >> 12);
    const std::int32_t h = s + ((r * (c - s) + kOne / 2) >> 12);
    cell[i] = c;
    output[i] = static_cast<std::int16_t>(h);
    bytes[i] = to_byte(h);
  }
}

ENTENTE_INLINE void body(const CellStep& p) { p.own_skip ? step_body<true>(p) : step_body<false>(p); }

void run_plain(const CellStep& p) { body(p); }
#if defined(__x86_64__)
__attribute__((target("avx2"))) void run_avx2(const CellStep& p) { body(p); }
__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq"))) void run_avx512(const CellStep& p) { body(p); }
#endif

}  // namespace

void run_cell(const CellStep& step) {
#if defined(__x86_64__)
  const auto kernel = kernel_in_use();
  if (kernel >= Kernel::Avx512Vnni) return run_avx512(step);
  if (kernel >= Kernel::Avx2) return run_avx2(step);
#endif
  run_plain(step);
}

}  // namespace entente::language
