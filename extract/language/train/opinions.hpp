// What several networks together think of text that nobody annotated, to learn from (distillation: Hinton et al. 2015,
// Kuncoro et al. 2016).
#pragma once

#include <string>
#include <vector>

#include "extract/language/train/catalogue.hpp"
#include "extract/language/train/lemmatizer.hpp"

namespace entente::language::train {

struct LabelOptions {
  std::vector<std::string> inputs;    // UTF-8 text, a paragraph a line; or *.conllu, of which only the words are read
  std::vector<std::string> networks;  // checkpoints
  std::string output;                 // file of opinions
  std::string conllu;                 // the same as trees, to look at or to score
  unsigned least_words = 1;           // of a sentence; others are left out
  unsigned most_words = 256;
  float least_sure = 0;               // mean share of the best heads
};

Result<Done> label(const LabelOptions& options);

// A file of opinions: words and answers of sentences. LX002 if its names are not the catalogue's.
struct Opinions {
  std::vector<ConlluSentence> sentences;  // forms and heads only
  std::vector<TargetSet> targets;
};
Result<Opinions> read_opinions(const std::string& path, const Catalogue& catalogue);
Result<Done> write_opinions(const std::string& path, const Opinions& opinions, const Catalogue& catalogue);

// The files' sentences, to learn from.
Result<std::vector<Example>> opinion_examples(const std::vector<std::string>& paths, const Catalogue& catalogue, unsigned part_bits);

// Words of the kinds that have lemmas of their own, in small letters and surely in their basic form.
std::vector<BasicForm> basic_forms(const Opinions& opinions, const Catalogue& catalogue);

}  // namespace entente::language::train
