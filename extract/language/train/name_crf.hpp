// A linear-chain conditional random field over hashed features, trained in floats, written as whole numbers.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/language/container.hpp"
#include "extract/language/entities/name_classes.hpp"
#include "extract/language/train/data.hpp"

namespace entente::language::train {

struct CrfExample {
  std::vector<std::uint32_t> begins;   // of each word's features, and their end
  std::vector<std::uint32_t> features; // rows; the highest bit marks the word's spelling
  std::vector<std::uint8_t> gold;
  float weight = 1;
};

class NameCrf {
 public:
  struct Options {
    float rate = 0.05F, decay = 1e-5F;
    float hide = 0.4F;   // share of words whose spelling is hidden
    float drop = 0.3F;   // share of features left out
  };
  NameCrf();

  // The row of a feature's hash, which is counted; kNoRow once three million features are known.
  static constexpr std::uint32_t kNoRow = UINT32_MAX;
  std::uint32_t row(std::uint64_t hash);
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&hashes_[(hash >> 20) & (kRows - 1)]); }
  // Leaves out the features of the example that were counted once only.
  void prune(CrfExample& example) const;
  void learn(const CrfExample& example, const Options& options, Random& random);
  // All weights zero again; what was remembered stays.
  void forget();
  // Adds the weights as they are now to a sum; average() puts the mean of the sums in their place.
  void remember();
  void average();
  // Sections of NameWeights and the transitions; at most `most` features, the heaviest.
  void write(ContainerWriter& out, std::size_t most) const;

 private:
  using Row = std::array<float, kNameColumns>;
  using Rows = std::vector<Row>;
  struct Marginals {
    Rows words;
    std::array<Row, kNameClasses> pairs;
  };
  void emissions(const CrfExample& example, const std::vector<std::uint32_t>& begins, const std::vector<std::uint32_t>& features);
  void marginals();
  void change(Row& weights, Row& squares, const Row& gradient, const Options& options) const;

  static constexpr std::uint32_t kRows = 1U << 22;
  Rows weights_, squares_, sums_;
  std::array<Row, kNameClasses> transition_sums_{};
  unsigned remembered_ = 0;
  std::array<Row, kNameClasses> transitions_{}, transition_squares_{};
  std::vector<std::uint64_t> hashes_;   // of each row's feature, 0: free
  std::uint32_t used_ = 0;
  std::vector<std::uint8_t> counts_;
  Rows emission_, forward_, backward_;  // scratch of learn()
  Marginals found_;
};

}  // namespace entente::language::train
