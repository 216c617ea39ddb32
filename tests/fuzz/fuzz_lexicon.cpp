// Any bytes as a word list, as the shallow tagger's table, and as words to inflect.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extract/shallow/tagger.hpp"
#include "extract/vocabulary/inflect.hpp"
#include "extract/vocabulary/lexicons.hpp"

using namespace entente;
using namespace entente::extract;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Vocabulary vocabulary;
  Lexicons lexicons;
  Diagnostics diagnostics;
  lexicons.add("fuzz", text, "fuzz.txt", vocabulary, diagnostics);
  lexicons.freeze(vocabulary);
  for (const auto& item : diagnostics.items()) {
    if (item.place.line == 0) std::abort();
  }
  Vocabulary other;
  (void)ShallowTagger::load(text, other).ok();
  (void)verb_forms(text.substr(0, 40));
  (void)noun_forms(text.substr(0, 40));
  (void)canonical_lemma(text.substr(0, 40));
  return 0;
}
