// Trains the network.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "extract/language/network_shape.hpp"

namespace entente::language::train {

struct NetworkOptions {
  std::vector<std::string> treebanks;    // CoNLL-U files to learn from
  std::vector<std::string> development;  // files to report on
  std::string output;                    // checkpoint: floats, written after every report
  std::string start;                     // checkpoint to begin with
  std::string vectors;                   // of words, from plain text (vectors.hpp)
  std::vector<std::string> opinions;     // files of opinions (opinions.hpp) on other text, to learn from too
  float opinion_words = 3;               // words of them a word of the treebanks, in each pass
  NetworkShape shape;
  unsigned epochs = 30;
  unsigned report = 2;        // epochs between reports
  unsigned batch = 1500;      // words
  unsigned hold_out = 5;      // per cent at the end of each treebank that are only reported on
  float rate = 0.002F;
  float dropout = 0.33F;
  float small = 0;            // share of the treebanks' sentences learnt from in small letters too
  float large = 0;            // in capitals
  float title = 0;            // and with a capital at the beginning of every longer word
  std::uint64_t seed = 1;
};

Result<Done> train_network(const NetworkOptions& options);

}  // namespace entente::language::train
