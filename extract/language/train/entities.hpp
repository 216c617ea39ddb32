// Training of the entity tagger: structured perceptron (Collins 2002) over Viterbi sequences.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "extract/language/entities/entity_tagger.hpp"

namespace entente::language::train {

struct NamedSentence {
  std::vector<std::string> forms;
  std::vector<NamedSpan> names;
  bool new_document = false;
};

// "word ... tag" or "number word tag ..." lines (IOB1 or IOB2), blank lines between sentences.
Result<std::vector<NamedSentence>> read_columns(const std::string& path);
// GUM's CoNLL-U: mentions of its column MISC (Entity=) whose head is a proper noun, cut down to the name.
Result<std::vector<NamedSentence>> read_gum(const std::string& path);
// Bits by hash for NameLists: the project's word lists and the labels of its register.
Result<std::map<std::uint64_t, std::uint32_t>> read_lists(const std::string& lexicon, const std::string& names);

struct EntityOptions {
  std::vector<std::string> columns, treebanks;  // to learn from
  std::string development;                      // columns to report on, never learnt from
  std::string tags;                             // a model whose tagger gives the parts of speech
  std::string lexicon, names, output;
  unsigned epochs = 12;
  unsigned least = 3;
  std::uint64_t seed = 1;
};
Result<Done> train_entities(const EntityOptions& options);

}  // namespace entente::language::train
