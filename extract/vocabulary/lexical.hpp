// Vocabulary, lexicons and the shallow tagger's table: loaded together, in the order they need.
#pragma once

#include <filesystem>

#include "core/base/diagnostics.hpp"
#include "extract/shallow/annotator.hpp"
#include "extract/shallow/chunker.hpp"
#include "extract/vocabulary/lexicons.hpp"
#include "extract/vocabulary/vocabulary.hpp"

namespace entente::extract {

// Not copied or moved: the annotator points to the vocabulary.
struct Lexical {
  Lexical() = default;
  Lexical(const Lexical&) = delete;
  Lexical& operator=(const Lexical&) = delete;

  Vocabulary vocabulary;
  Lexicons lexicons;
  Annotator annotator;
  FunctionWords function_words;

  // Reads `folder`/shallow.tsv and every `folder`/*.txt. Rules are loaded next (they add words), then freeze().
  void load(const std::filesystem::path& folder, Diagnostics& diagnostics);
  void freeze() { lexicons.freeze(vocabulary); }
};

}  // namespace entente::extract
