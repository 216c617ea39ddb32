// Lemmas: a lexicon of edit scripts by form and tag, and a classifier that picks the script of other words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/features.hpp"
#include "extract/language/linear.hpp"

namespace entente::language {

// How a lemma is made from its form: case first, then bytes taken off the end, then bytes put there.
// Written "l3:iesy": l lower, k keep, c capital then lower; how many are taken; ":"; taken; added.  "=not": the whole lemma.
struct EditScript {
  char letters = 'k';
  std::string take, add;
  bool whole = false;

  static std::optional<EditScript> parse(std::string_view text);
  std::string text() const;
  // True if the form, in the script's case, ends with what is taken off, and something is left.
  bool fits(std::string_view form) const;
  // The lemma; a form that the script does not fit only has its case changed.
  std::string apply(std::string_view form) const;
};

// The shortest script from form to lemma; lower case is preferred where several cases do.
EditScript edit_script(std::string_view form, std::string_view lemma);

// `tag` is any number that stands for UPOS and XPOS.
void lemma_features(std::string_view form, std::uint64_t tag, std::vector<std::uint64_t>& out);
// Key of the lexicon; forms are also there with the tag of their UPOS alone (tag_hash(upos, "")).
std::uint64_t lemma_key(std::string_view form, std::uint64_t tag);
// A number for a tag that does not depend on tag tables.
std::uint64_t tag_hash(std::string_view upos, std::string_view xpos);

// Key of a lemma that was seen.
std::uint32_t known_key(std::string_view lemma, std::string_view upos);

class Lemmatizer {
 public:
  struct Slot {
    std::uint32_t key;  // as LinearModel::Slot
    std::uint32_t script;
  };
  // Sections lemma.scripts (strings), lemma.lexicon (Slot), lemma.known (u32, ascending keys of lemmas and their
  // UPOS) and the LinearModel "lemma".
  static Result<Lemmatizer> read(const Container& container);

  std::string lemma(std::string_view form, std::string_view upos, std::string_view xpos) const;

 private:
  const EditScript* look_up(std::uint64_t hash) const;
  const EditScript& choose(std::string_view form, std::string_view upos, std::uint64_t tag) const;

  std::span<const Slot> lexicon_;
  std::span<const std::uint32_t> known_;
  LinearModel model_;
  std::vector<EditScript> scripts_;
};

}  // namespace entente::language
