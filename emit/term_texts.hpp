// The terms of a dictionary as they will stand in the output, each checked once and put into words once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/rdf/dictionary.hpp"
#include "emit/layout.hpp"

namespace entente::emit {

class TermTexts {
 public:
  // The dictionary, which keeps IRIs whole, must outlive it; so must what the layout borrows.
  TermTexts(const rdf::Dictionary& terms, std::unique_ptr<const Layout> layout) : terms_(terms), layout_(std::move(layout)) {}

  // For terms that were added to the dictionary since; before any is asked for.
  void make_room();
  // True if the term is right, else fault() says what is wrong. make() puts it into words on the way.
  bool check(rdf::TermId id) { return id == rdf::kNoTerm || made_[id].kind != rdf::TermKind::None || check_first(id); }
  bool make(rdf::TermId id) { return id == rdf::kNoTerm || made_[id].kind != rdf::TermKind::None || make_first(id); }
  std::optional<Diagnostic>& fault() { return fault_; }  // the first

  // Of terms that were checked; the texts live until forget_if_large().
  rdf::TermKind kind(rdf::TermId id) const { return made_[id].kind; }
  const Text& term(rdf::TermId id) {
    Text& text = made_[id].text;
    if (text.data == nullptr && id != rdf::kNoTerm) text = in_words(terms_.view(id));
    return text;
  }
  const Text& predicate(rdf::TermId id);
  Text keep(std::string_view text) { return arena_.keep(text); }

  void forget_if_large();

 private:
  struct Made {
    Text text;                                 // without data: not made yet, or forgotten
    rdf::TermKind kind = rdf::TermKind::None;  // None: not checked yet
  };
  struct Tail {  // what stands behind a literal's quotation marks
    std::string text;
    std::size_t width = 0;
    bool made = false, right = false;
  };
  bool check_first(rdf::TermId id);
  bool make_first(rdf::TermId id);
  bool make_short(std::string_view iri, Text& text);
  bool make_plain(rdf::TermId id, const rdf::TermView& literal, Text& text);
  const Tail& tail_of(rdf::TermId id, const rdf::TermView& literal);
  Text in_words(const rdf::TermView& term);

  const rdf::Dictionary& terms_;
  std::unique_ptr<const Layout> layout_;
  std::vector<Made> made_;        // by id
  std::vector<Text> predicates_;  // by id, as long as the last one that was made
  std::vector<Tail> tails_;       // by group
  TextArena arena_;
  std::string scratch_;
  std::optional<Diagnostic> fault_;
};

}  // namespace entente::emit
