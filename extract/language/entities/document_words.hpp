// The words of one document as the rules over its names ask for them, wherever they are kept.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/language/annotation.hpp"

namespace entente::language {

struct WordTags {
  Upos upos = Upos::X;
  std::string_view deprel;
  bool root = true;  // it has no head
};

class DocumentWords {
 public:
  virtual ~DocumentWords() = default;
  virtual std::uint32_t size() const = 0;
  // The word as written; the view lives as long as the document's text.
  virtual std::string_view form(std::uint32_t word) const = 0;
  virtual WordTags tags(std::uint32_t word) const = 0;
};

// Words that lie in arrays; both must outlive it.
class ArrayWords : public DocumentWords {
 public:
  ArrayWords(std::span<const std::string_view> forms, std::span<const WordAnnotation> words) : forms_(forms), words_(words) {}
  std::uint32_t size() const override { return static_cast<std::uint32_t>(forms_.size()); }
  std::string_view form(std::uint32_t word) const override { return forms_[word]; }
  WordTags tags(std::uint32_t word) const override { return {words_[word].upos, words_[word].deprel, words_[word].head < 0}; }

 private:
  std::span<const std::string_view> forms_;
  std::span<const WordAnnotation> words_;
};

}  // namespace entente::language
