// Puts tagger, lemmatiser and network into one model file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace entente::language::train {

struct ModelOptions {
  std::vector<std::string> treebanks;  // CoNLL-U files to learn from
  std::string output;                  // model file
  std::string network;                 // checkpoint
  std::string keep;                    // model file whose tagger is taken over
  std::vector<std::string> opinions;   // whose words in their basic form the lemmatiser learns
  unsigned tagger_epochs = 8;
  unsigned lemma_epochs = 2;
  std::uint64_t seed = 1;
};

// Trains tagger and lemmatiser, turns the network into whole numbers, and writes the file.
Result<Done> make_model(const ModelOptions& options);

}  // namespace entente::language::train
