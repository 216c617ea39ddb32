// The recurrent part of a layer in floats, forwards and backwards.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace entente::language::train {

// Two parabolas that meet the logistic function within 0.02; the integer network computes the same.
inline float gate(float x) {
  const float q = 1.0F - std::min(std::abs(x), 4.0F) * 0.25F;
  const float s = 0.5F * q * q;
  return x >= 0 ? 1.0F - s : s;
}
inline float gate_slope(float x) { return 0.25F * (1.0F - std::min(std::abs(x), 4.0F) * 0.25F); }
inline float clip(float x) { return std::clamp(x, -1.0F, 1.0F); }

// One direction of one layer over one sentence. `u` holds rows of `gates` * hidden sums (bias included):
// candidate, forget, reset and, where gates is 4, skip; otherwise `skip` gives the layer's input.
struct Recurrence {
  std::size_t hidden = 0;
  std::size_t gates = 3;
  std::size_t u_stride = 0;
  std::size_t h_stride = 0;   // of `h` and `skip`
  bool backward = false;      // from the last word to the first
  const float* peephole = nullptr;  // 2 * hidden: forget, reset

  // h, and the cells (rows of `hidden`), of `words` words.
  void run(std::size_t words, const float* u, const float* skip, float* h, float* cells) const;
  // du gets the gradient of u; d_skip (gates 3) += that of skip; d_peephole +=.
  void back(std::size_t words, const float* u, const float* skip, const float* cells, const float* dh, float* du,
            float* d_skip, float* d_peephole) const;
};

}  // namespace entente::language::train
