#include "extract/language/train/recurrence.hpp"

#include <cmath>

namespace entente::language::train {
namespace {

template <bool kOwnSkip>
void step(std::size_t hidden, const float* __restrict row, const float* __restrict from, const float* __restrict pass,
          const float* __restrict peephole, float* __restrict cell, float* __restrict out) {
  for (std::size_t i = 0; i < hidden; ++i) {
    const float f = gate(row[hidden + i] + peephole[i] * from[i]);
    const float r = gate(row[2 * hidden + i] + peephole[hidden + i] * from[i]);
    const float x = clip(row[i]);
    const float s = kOwnSkip ? clip(row[3 * hidden + i]) : pass[i];
    const float c = x + f * (from[i] - x);
    cell[i] = c;
    out[i] = s + r * (c - s);
  }
}

inline float inside(float x) { return std::abs(x) < 1.0F ? 1.0F : 0.0F; }

template <bool kOwnSkip>
void step_back(std::size_t hidden, const float* __restrict row, const float* __restrict from, const float* __restrict cell,
               const float* __restrict pass, const float* __restrict peephole, const float* __restrict g, float* __restrict d,
               float* __restrict d_skip, float* __restrict later, float* __restrict d_peephole) {
  const float* __restrict row_f = row + hidden;
  const float* __restrict row_r = row + 2 * hidden;
  const float* __restrict row_s = kOwnSkip ? row + 3 * hidden : pass;
  const float* __restrict peep_r = peephole + hidden;
  float* __restrict d_f = d + hidden;
  float* __restrict d_r = d + 2 * hidden;
  float* __restrict d_s = kOwnSkip ? d + 3 * hidden : d_skip;
  float* __restrict dp_r = d_peephole + hidden;
  for (std::size_t i = 0; i < hidden; ++i) {
    const float before = from[i];
    const float fu = row_f[i] + peephole[i] * before;
    const float ru = row_r[i] + peep_r[i] * before;
    const float f = gate(fu);
    const float r = gate(ru);
    const float x = clip(row[i]);
    const float s = kOwnSkip ? clip(row_s[i]) : row_s[i];
    const float dr = g[i] * (cell[i] - s) * gate_slope(ru);
    const float dc = later[i] + g[i] * r;
    const float df = dc * (before - x) * gate_slope(fu);
    const float ds = g[i] * (1.0F - r);
    d[i] = inside(row[i]) * dc * (1.0F - f);
    d_f[i] = df;
    d_r[i] = dr;
    d_s[i] = kOwnSkip ? inside(row_s[i]) * ds : d_s[i] + ds;
    later[i] = dc * f + df * peephole[i] + dr * peep_r[i];
    d_peephole[i] += df * before;
    dp_r[i] += dr * before;
  }
}

}  // namespace

void Recurrence::run(std::size_t words, const float* u, const float* skip, float* h, float* cells) const {
  const std::vector<float> zeros(hidden, 0.0F);
  const float* before = zeros.data();
  for (std::size_t k = 0; k < words; ++k) {
    const std::size_t t = backward ? words - 1 - k : k;
    float* cell = cells + t * hidden;
    if (gates == 4) step<true>(hidden, u + t * u_stride, before, nullptr, peephole, cell, h + t * h_stride);
    if (gates == 3) step<false>(hidden, u + t * u_stride, before, skip + t * h_stride, peephole, cell, h + t * h_stride);
    before = cell;
  }
}

void Recurrence::back(std::size_t words, const float* u, const float* skip, const float* cells, const float* dh,
                      float* du, float* d_skip, float* d_peephole) const {
  const std::vector<float> zeros(hidden, 0.0F);
  std::vector<float> later(hidden, 0.0F);
  for (std::size_t k = words; k-- > 0;) {
    const std::size_t t = backward ? words - 1 - k : k;
    const float* from = k == 0 ? zeros.data() : cells + (backward ? t + 1 : t - 1) * hidden;
    const bool own = gates == 4;
    const float* g = dh + t * h_stride;
    if (own) {
      step_back<true>(hidden, u + t * u_stride, from, cells + t * hidden, nullptr, peephole, g, du + t * u_stride, nullptr,
                      later.data(), d_peephole);
    } else {
      step_back<false>(hidden, u + t * u_stride, from, cells + t * hidden, skip + t * h_stride, peephole, g,
                       du + t * u_stride, d_skip + t * h_stride, later.data(), d_peephole);
    }
  }
}

}  // namespace entente::language::train
