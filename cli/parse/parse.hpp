// What `entente parse` prints for one document or one batch of sentences.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/entities/entity_tagger.hpp"
#include "extract/language/model.hpp"

namespace entente::cli {

enum class ParseFormat { Conllu, JsonLines };

// Whether the sentence has a comment `# newdoc`.
bool begins_document(const language::ConlluSentence& sentence);

// Fills in what the models say about the words; comments, forms and ranges stay, MISC gets NE=B-PER and the like,
// decided document by document: hand on whole documents where that is possible.
void annotate(const language::Model& model, const language::EntityTagger& names,
              std::vector<language::ConlluSentence>& sentences);

// The document with sentences, words and their annotation. CoNLL-U: `# newdoc id` (the identifier, or the
// source), `# sent_id`, `# text`, multi-word tokens as ranges, SpaceAfter=No, NE=B-PER. JSON Lines: one object, offsets in
// code points of the text.
std::string parse_document(const language::Model& model, const language::EntityTagger& names,
                           const corpus::Document& document, ParseFormat format);

// One JSON object a sentence, for input that is already cut.
std::string sentence_json(const language::ConlluSentence& sentence);

}  // namespace entente::cli
