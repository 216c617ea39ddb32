// Trains the lemmatiser.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/language/conllu.hpp"
#include "extract/language/container.hpp"

namespace entente::language::train {

// A word that a text uses in its basic form, as networks tagged it.
struct BasicForm {
  std::string form, upos;
};

// Adds the sections of language::Lemmatizer. One entry of `basic` for each time.
void train_lemmatizer(const std::vector<ConlluSentence>& sentences, const std::vector<BasicForm>& basic, unsigned epochs,
                      std::uint64_t seed, ContainerWriter& out);

}  // namespace entente::language::train
