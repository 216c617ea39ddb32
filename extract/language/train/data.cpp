#include "extract/language/train/data.hpp"

#include "core/base/file.hpp"

namespace entente::language::train {

Result<std::vector<ConlluSentence>> read_treebank(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  ConlluReader reader(lines_of(*bytes), path);
  std::vector<ConlluSentence> sentences;
  while (true) {
    auto sentence = reader.next();
    if (!sentence) return sentence.error();
    if (!*sentence) return sentences;
    sentences.push_back(std::move(**sentence));
  }
}

}  // namespace entente::language::train
