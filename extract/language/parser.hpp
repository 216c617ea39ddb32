// A greedy transition parser with a linear model.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/language/features.hpp"
#include "extract/language/linear.hpp"

namespace entente::language {

struct Arc {
  std::int32_t head = -1;   // index in the sentence, -1: root
  std::uint8_t label = 0;   // index into labels()
};

class GreedyParser {
 public:
  // Sections parser.labels (strings) and the LinearModel "parser".
  static Result<GreedyParser> read(const Container& container);

  // One projective tree with one root; linear time.
  void parse(std::span<const WordFeatures> words, std::span<const std::uint8_t> tags, std::vector<Arc>& arcs) const;
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  LinearModel model_;
  std::vector<std::string> labels_;
};

}  // namespace entente::language
