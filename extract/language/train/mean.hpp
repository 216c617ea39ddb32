// The mean of two networks of which one learnt on from the other.
#pragma once

#include <string>

#include "core/base/result.hpp"

namespace entente::language::train {

struct MeanOptions {
  std::string first, second;  // checkpoints
  double share = 0.5;         // of the first one
  std::string output;         // checkpoint
};

// LX002 if they are not of the same shape and names.
Result<Done> mean_network(const MeanOptions& options);

}  // namespace entente::language::train
