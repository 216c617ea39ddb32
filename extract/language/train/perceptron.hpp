// An averaged perceptron over hashed features (Freund and Schapire 1999; Collins 2002), for training only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/language/container.hpp"

namespace entente::language::train {

class Perceptron {
 public:
  explicit Perceptron(std::size_t classes) : classes_(classes) {}

  // scores[0, classes) += the current weights of the features.
  void score(std::span<const std::uint64_t> features, float* scores) const;
  // One mistake: towards `gold`, away from `guess`. Call tick() once for every decision.
  void update(std::span<const std::uint64_t> features, std::size_t gold, std::size_t guess);
  void tick() { ++now_; }

  // Replaces the weights by their averages over all ticks; training ends with it.
  void average();
  // Sections of LinearModel `name`; features updated fewer than `least` times are left out.
  // Weights are scaled so that the 99.99th percentile of their sizes is 127 squared, and cut there.
  void write(ContainerWriter& out, const std::string& name, unsigned least = 1) const;

 private:
  struct Cell {
    std::uint16_t cls;
    std::uint32_t stamp;
    float weight;
    double total;
  };
  struct Row {
    std::uint32_t updates = 0;
    std::vector<Cell> cells;
  };
  void change(Row& row, std::size_t cls, float by);
  float scale(unsigned least) const;

  std::size_t classes_;
  std::uint32_t now_ = 0;
  std::unordered_map<std::uint64_t, Row> rows_;
};

}  // namespace entente::language::train
