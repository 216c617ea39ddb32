// Inputs for the fuzz targets without a fuzzer: changed seeds and towers of repeated pieces. The same on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::tests {

// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // A number below `bound`, which is not 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

 private:
  std::uint64_t state_;
};

// A seed with one to eight changes: bytes flipped, cut, doubled, moved, put in from another seed or from a list of
// pieces that formats care about. At most `longest` bytes.
std::string mutate(const std::vector<std::string>& seeds, std::size_t longest, Random& random);

// Pieces repeated to `size` bytes, to find deep nesting and more than linear cost.
std::vector<std::string> towers(const std::vector<std::string>& seeds, std::size_t size);

}  // namespace entente::tests
