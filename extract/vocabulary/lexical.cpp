#include "extract/vocabulary/lexical.hpp"

#include "core/base/file.hpp"

namespace entente::extract {

void Lexical::load(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  annotator.vocabulary = &vocabulary;
  const auto path = folder / "shallow.tsv";
  const auto table = read_file(path);
  if (!table) return diagnostics.add(table.error());
  auto tagger = ShallowTagger::load(*table, vocabulary);
  if (tagger) {
    annotator.tagger = std::move(*tagger);
  } else {
    Diagnostic fault = tagger.error();
    fault.place.file = path.string();
    diagnostics.add(std::move(fault));
  }
  function_words.intern(vocabulary);
  lexicons.load(folder, vocabulary, diagnostics);
}

}  // namespace entente::extract
