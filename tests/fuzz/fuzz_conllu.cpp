// Any bytes as CoNLL-U: refused with a line, or sentences that are written and read again as the same bytes.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extract/language/conllu.hpp"

using namespace entente;
using namespace entente::language;

namespace {

// All sentences written again; false if the reader refused the text.
bool rewrite(std::string_view text, std::string& out) {
  ConlluReader reader(lines_of(text), "fuzz.conllu");
  while (true) {
    const auto sentence = reader.next();
    if (!sentence) {
      if (sentence.error().place.line == 0 || sentence.error().message.empty()) std::abort();
      return false;
    }
    if (!*sentence) return true;
    const auto words = (*sentence)->words.size();
    for (const auto& word : (*sentence)->words) {
      if (word.head < -1 || word.head >= static_cast<std::int64_t>(words)) std::abort();
    }
    for (const auto& range : (*sentence)->ranges) {
      if (range.first >= range.last || range.last > words) std::abort();
    }
    write_conllu(**sentence, out);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string once;
  if (!rewrite({reinterpret_cast<const char*>(data), size}, once)) return 0;
  std::string twice;
  if (!rewrite(once, twice) || once != twice) std::abort();
  return 0;
}
