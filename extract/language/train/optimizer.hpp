// Adam (Kingma and Ba 2015) over the network's weights; embeddings change only where a batch touched them. Beside
// them a running average of the weights, which generalises better than the last ones (Polyak and Juditsky 1992).
#pragma once

#include <vector>

#include "extract/language/train/network.hpp"

namespace entente::language::train {

class Optimizer {
 public:
  explicit Optimizer(const Network& network);

  // The gradient to add to; all zero before each batch.
  Weights& gradient() { return gradient_; }
  // One step at `rate`, the gradient cut to a norm of 5; sets the gradient to zero again.
  void step(Network& network, const Batch& batch, float rate);
  // The average of the weights over about the last thousand steps.
  const Weights& average() const { return average_; }

 private:
  struct Moments {
    std::vector<float> first, second;
  };
  std::vector<std::size_t> rows_of(const std::vector<std::uint32_t>& ids, std::vector<std::uint32_t>& stamps) const;
  void move(float* weights, float* gradient, Moments& moments, std::size_t at, std::size_t count, float rate, float factor) const;

  void add_to_average(const Weights& weights);

  Weights gradient_, average_;
  Moments dense_, words_, parts_;
  std::vector<std::uint32_t> word_stamps_, part_stamps_;
  std::uint32_t steps_ = 0;
};

}  // namespace entente::language::train
