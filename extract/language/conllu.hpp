// CoNLL-U, sentence by sentence (https://universaldependencies.org/format.html).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace entente::language {

struct ConlluWord {
  std::string form, lemma, upos, xpos, feats, deprel, misc;
  std::int32_t head = -1;  // index of the head in the sentence's words, -1: root or unknown
};

// Words [first, last) that are one orthographic word.
struct ConlluRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string form, misc;
};

struct ConlluSentence {
  std::vector<std::string> comments;  // whole lines, "# ..."
  std::vector<ConlluWord> words;
  std::vector<ConlluRange> ranges;    // ascending
};

class ConlluReader {
 public:
  // Gives the next line without its end, false at the end of input.
  using Lines = std::function<bool(std::string& line)>;
  ConlluReader(Lines lines, std::string name) : lines_(std::move(lines)), name_(std::move(name)) {}

  // Empty nodes (8.1) are skipped. A sentence is at most 1,000,000 words. After an error reading is over.
  Result<std::optional<ConlluSentence>> next();

 private:
  Diagnostic error(std::string message) const;
  Result<Done> add_line(ConlluSentence& sentence, std::vector<std::int64_t>& heads);
  Result<Done> add_range(ConlluSentence& sentence, const std::vector<std::string_view>& fields);

  Lines lines_;
  std::string name_;
  std::string line_;
  std::uint64_t number_ = 0;
};

// The lines of a text in memory, which must outlive the result.
ConlluReader::Lines lines_of(std::string_view text);

// Appends the sentence with its blank line; `_` for what is empty.
void write_conllu(const ConlluSentence& sentence, std::string& out);

// The same, line by line, for sentences that are not held; `Out` is a string or has append() as strings have.
struct ConlluFields {
  std::string_view form, lemma, upos, xpos, feats, deprel, misc;
  std::int32_t head = -1;
};

template <typename Out>
void write_conllu_word(std::size_t index, const ConlluFields& w, Out& out) {
  const auto field = [&](std::string_view value) { out.append("\t").append(value.empty() ? std::string_view("_") : value); };
  out.append(std::to_string(index + 1));
  for (const auto value : {w.form, w.lemma, w.upos, w.xpos, w.feats}) field(value);
  field(w.deprel.empty() ? std::string() : std::to_string(w.head + 1));
  field(w.deprel);
  out.append("\t_");
  field(w.misc);
  out.append("\n");
}

// Words [first, last).
template <typename Out>
void write_conllu_range(std::size_t first, std::size_t last, std::string_view form, std::string_view misc, Out& out) {
  out.append(std::to_string(first + 1)).append("-").append(std::to_string(last)).append("\t").append(form);
  out.append("\t_\t_\t_\t_\t_\t_\t_\t").append(misc.empty() ? std::string_view("_") : misc).append("\n");
}

}  // namespace entente::language
