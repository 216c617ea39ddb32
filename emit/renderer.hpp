// Sorted quads of one dictionary as bytes, each term checked once and put into words once.
#pragma once

#include <span>
#include <vector>

#include "core/rdf/dataset.hpp"
#include "emit/formats.hpp"
#include "emit/output.hpp"

namespace entente::emit {

class Nesting;

// For many parts over the same terms: what was checked and written for one is used for the next.
class Renderer {
 public:
  // Terms may still be added to the dictionary, which must keep IRIs whole, until bytes are asked for.
  Renderer(const rdf::Dictionary& terms, const Format& format, const rdf::PrefixMap& prefixes);

  // Appends the quads in their order as a body: without head, to stand behind one or behind other bodies.
  // On a fault gives it and leaves `out` unspecified: terms are checked as they are put into words.
  Result<Done> body(std::span<const rdf::QuadIds> quads, std::string& out);

  // Head and quads to `output`; nothing if a term is at fault. `nesting` may be null.
  void file(std::span<const rdf::QuadIds> quads, const Nesting* nesting, Output& output);

 private:
  struct Made {
    Text text;                                 // without data: not made yet, or forgotten
    rdf::TermKind kind = rdf::TermKind::None;  // None: not checked yet
  };
  bool check_term(rdf::TermId id);
  bool check_quad(const rdf::QuadIds& quad);
  void lay_out(std::span<const rdf::QuadIds> quads, const Nesting* nesting, Layout& layout, std::string& out, Output* output);
  bool put(const rdf::QuadIds& quad, const Nesting* nesting, Layout& layout, std::string& out);
  const Text& term(rdf::TermId id);
  void make_text(const rdf::TermView& term, Text& text);
  const Text& predicate(rdf::TermId id);
  void make_room();
  void forget_if_large();

  const rdf::Dictionary& terms_;
  const Format& format_;
  const rdf::PrefixMap& prefixes_;
  std::unique_ptr<Layout> layout_;
  std::vector<Made> made_;              // by id
  std::vector<Text> predicate_texts_;   // by id, as long as the last one that was made
  TextArena arena_;
  std::string scratch_;
  bool writing_ = false;                // a term that is checked will be written: its text is made at once
  std::optional<Diagnostic> fault_;     // the first
};

}  // namespace entente::emit
