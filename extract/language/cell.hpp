// One step of the recurrent units in whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace entente::language {

// Fixed point: 1.0 is 4096 in sums, gates, cells and outputs, and 128 in the bytes that go into products.
inline constexpr int kOne = 4096;

// How 32-bit sums of a product become fixed point numbers: ((sum >> 3) * factor >> shift) + bias, for each column.
struct Scaling {
  const std::int32_t* factor = nullptr;  // at most 2047
  const std::int32_t* bias = nullptr;
  int shift = 0;
};
constexpr std::int32_t scaled(std::int32_t sum, std::int32_t factor, int shift, std::int32_t bias) {
  return (((sum >> 3) * factor) >> shift) + bias;
}

struct CellStep {
  std::size_t hidden = 0;
  bool own_skip = false;                 // the skip stands in the sums; otherwise in `skip`
  const std::int32_t* sums = nullptr;    // candidate, forget, reset, and skip if own_skip; `hidden` each
  Scaling scaling;                       // of the sums
  const std::int32_t* peephole = nullptr;  // forget, reset
  const std::int16_t* skip = nullptr;
  std::int32_t* cell = nullptr;          // of the word before; becomes this word's
  std::int16_t* output = nullptr;
  std::int8_t* bytes = nullptr;          // the output for the next product
};
void run_cell(const CellStep& step);

// A fixed point number as a byte for products.
constexpr std::int8_t to_byte(std::int32_t value) {
  const std::int32_t v = (value + 16) >> 5;
  return static_cast<std::int8_t>(v > 127 ? 127 : v < -127 ? -127 : v);
}

}  // namespace entente::language
