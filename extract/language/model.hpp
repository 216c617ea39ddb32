// The language layer's one door: words in, tags, lemmas, features and trees out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/segment/segment.hpp"
#include "extract/language/annotation.hpp"
#include "extract/language/container.hpp"
#include "extract/language/lemmatizer.hpp"
#include "extract/language/network.hpp"
#include "extract/language/tagger.hpp"

namespace entente::language {

// Words [first, last).
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// Reads the file extract/language/models/english.model. Const use is safe from any number of threads; results
// depend on the words alone, not on the machine, the threads or the other sentences.
class Model {
 public:
  static Result<Model> load(const std::filesystem::path& path);
  static Result<Model> read(Container container);

  // Words of `sentences` (ascending, not overlapping) annotated; `forms` are the words as written. The result
  // has one item a form; forms outside of every sentence stay X. Heads are indexes into `forms`. Every sentence
  // is one tree; one of more than Network::kMostWords words is parsed in parts, and the roots of the later parts
  // hang on the first one as parataxis. Time is linear in the words, memory is that of the result.
  std::vector<WordAnnotation> annotate(std::span<const std::string_view> forms, std::span<const WordRange> sentences) const;
  // All sentences of a segmented text; the result is parallel to segmentation.tokens.
  std::vector<WordAnnotation> annotate(std::string_view text, const corpus::Segmentation& segmentation) const;

  // The lemma that annotate() gives a word with these tags.
  std::string lemma(std::string_view form, Upos upos, std::string_view xpos) const;

  // Parts of speech only, of one sentence: less exact than annotate(), and many times faster.
  void tag(std::span<const std::string_view> forms, std::vector<Upos>& tags) const;

 private:
  void describe(std::string_view form, const NetworkWord& word, WordAnnotation& out) const;

  Container container_;
  Tagger tagger_;
  Lemmatizer lemmatizer_;
  Network network_;
};

}  // namespace entente::language
