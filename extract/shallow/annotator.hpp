// Words with spelling, tag, verb form, lemma and shape: the seam between segmentation and rules.
//
// The language layer's tagger can take the place of the shallow one: whatever fills Word::upos, verb_form and lemma
// through the same Vocabulary serves the rules. Source of the method: averaged perceptron (Collins 2002), greedy,
// with whole-number weights, so that every machine gives the same tags.
#pragma once

#include <filesystem>

#include "core/base/result.hpp"
#include "extract/analysis.hpp"
#include "extract/shallow/tagger.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {

struct Annotator {
  const Vocabulary* vocabulary = nullptr;
  ShallowTagger tagger;
};

// Fills Analysis::words (form, upos, verb_form, lemma, shape, sentence) from Analysis::segmentation. Linear.
void annotate(const Annotator& annotator, Analysis& analysis);

}  // namespace entente::extract
