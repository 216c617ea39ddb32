// What `entente parse` prints for one document or one batch of sentences.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/entities/entity_tagger.hpp"
#include "extract/language/model.hpp"
#include "extract/language/packed_words.hpp"

namespace entente::cli {

enum class ParseFormat { Conllu, JsonLines };

// Whether the sentence has a comment `# newdoc`.
bool begins_document(const language::ConlluSentence& sentence);

// Fills in what the models say about the words; comments, forms and ranges stay, MISC gets NE=B-PER and the like,
// decided document by document: hand on whole documents where that is possible.
void annotate(const language::Model& model, const language::EntityTagger& names,
              std::vector<language::ConlluSentence>& sentences);

// How a long document is gone through; what is printed is the same for any values.
struct ParsePieces {
  std::size_t words = 65536;     // a document of up to so many is held as it is
  std::size_t words_long = 8192;  // of a longer one, pieces of so many are annotated at a time, a few for each thread
  unsigned threads = 1;
};

// A parsed document. What is known of a long one is packed: some 1.2 bytes a byte of text, and the names.
class ParsedDocument {
 public:
  ParsedDocument(const language::Model& model, const language::EntityTagger& tagger, corpus::Document read, const ParsePieces& pieces = {});
  ParsedDocument(const ParsedDocument&) = delete;
  ParsedDocument& operator=(const ParsedDocument&) = delete;

  const corpus::Document& document() const { return document_; }
  // Hands on the output bit by bit. CoNLL-U: `# newdoc id` (the identifier, or the source), `# sent_id`, `# text`,
  // multi-word tokens as ranges, SpaceAfter=No, NE=B-PER. JSON Lines: one object, offsets in code points of the text.
  void print(ParseFormat format, const std::function<void(const std::string&)>& use) const;

 private:
  void annotate(const language::Model& model, const language::EntityTagger& tagger, const ParsePieces& pieces);

  corpus::Document document_;
  std::optional<language::AnnotatedSentences> whole_;  // of a short document
  language::PackedWords packed_;                       // of a longer one
  std::vector<language::NamedSpan> names_;             // ascending
};

// One JSON object a sentence, for input that is already cut.
std::string sentence_json(const language::ConlluSentence& sentence);

}  // namespace entente::cli
