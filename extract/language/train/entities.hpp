// Training of the entity tagger: a linear-chain conditional random field (Lafferty et al. 2001) with AdaGrad.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "extract/language/entities/name_classes.hpp"

namespace entente::language::train {

struct NamedSentence {
  std::vector<std::string> forms;
  std::vector<NamedSpan> names;
  bool new_document = false;
  float weight = 1;  // of its mistakes in training
};

// "word ... tag" or "number word tag ..." lines (IOB1 or IOB2), blank lines between sentences. Tidied: users' handles and
// addresses of the net are left out, hyphens and possessives are words of their own, as in the treebanks.
Result<std::vector<NamedSentence>> read_columns(const std::string& path, bool tidy);
// GUM's CoNLL-U: mentions of its column MISC (Entity=) whose head is a proper noun, cut down to the name.
Result<std::vector<NamedSentence>> read_gum(const std::string& path);
// A treebank whose names stand in a file of their own: a line for each sentence that has names, its sent_id, a tab, and "first-last:TYPE" for
// each name (numbers of words from 1), separated by spaces. Sentences without a line have no names.
Result<std::vector<NamedSentence>> read_stand_off(const std::string& treebank, const std::string& names);
// Kinds by hash for NameLists: the project's word lists, the labels of its register, and the lines "kind<tab>name" of
// scripts/make-entity-names.
Result<std::map<std::uint64_t, std::uint64_t>> read_lists(const std::string& lexicon, const std::string& names, const std::string& collected);

struct EntityOptions {
  std::vector<std::string> columns, treebanks;  // to learn from: PATH or PATH:WEIGHT
  std::string text, text_names;                 // a treebank and its names, PATH or PATH:WEIGHT
  std::vector<std::string> development;         // columns, or GUM's CoNLL-U if they end so, to report on; never learnt from
  std::string tags;                             // the model that parses the sentences
  std::string lexicon, names, collected, vectors, output;
  unsigned epochs = 3;
  unsigned bags = 1;                            // trainings from the beginning, each in another order, whose weights are averaged
  unsigned most = 120000;                       // features that are kept, the heaviest
  float rate = 0.05F, hide = 0.4F, drop = 0.3F;  // of learning; shares of spellings and features left out
  float small = 0.2F, large = 0.1F;             // weights of copies in small letters and, of treebanks, in capitals
  std::uint64_t seed = 1;
};
Result<Done> train_entities(const EntityOptions& options);

}  // namespace entente::language::train
