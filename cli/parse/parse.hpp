// What `entente parse` prints for one document or one batch of sentences.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "corpus/segment/segment.hpp"
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

// A document with sentences, words and their annotation. Memory is some 40 bytes a byte of text.
struct ParsedDocument {
  ParsedDocument(const language::Model& model, const language::EntityTagger& tagger, corpus::Document read);

  // Hands on the output in pieces. CoNLL-U: `# newdoc id` (the identifier, or the source), `# sent_id`, `# text`,
  // multi-word tokens as ranges, SpaceAfter=No, NE=B-PER. JSON Lines: one object, offsets in code points of the text.
  void print(ParseFormat format, const std::function<void(const std::string&)>& use) const;

  corpus::Document document;
  corpus::Segmentation segmentation;
  std::vector<language::WordAnnotation> words;
  std::vector<language::NamedSpan> names;  // ascending
};

// One JSON object a sentence, for input that is already cut.
std::string sentence_json(const language::ConlluSentence& sentence);

}  // namespace entente::cli
