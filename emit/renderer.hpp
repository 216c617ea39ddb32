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
  // On a fault gives it and leaves `out` unspecified.
  Result<Done> body(std::span<const rdf::QuadIds> quads, std::string& out);

  // Head and quads to `output`; nothing if a term is at fault. `nesting` may be null.
  void file(std::span<const rdf::QuadIds> quads, const Nesting* nesting, Output& output);

 private:
  std::optional<Diagnostic> check(std::span<const rdf::QuadIds> quads);
  std::optional<Diagnostic> check_term(rdf::TermId id);
  void lay_out(std::span<const rdf::QuadIds> quads, const Nesting* nesting, Layout& layout, std::string& out, Output* output);
  void put(const rdf::QuadIds& quad, const Nesting* nesting, Layout& layout, std::string& out);
  const Text& term(rdf::TermId id);
  const Text& predicate(rdf::TermId id);
  void make_room();
  void forget_if_large();

  const rdf::Dictionary& terms_;
  const Format& format_;
  const rdf::PrefixMap& prefixes_;
  std::unique_ptr<Layout> texts_;       // only for the texts of terms
  std::vector<rdf::TermKind> kinds_;    // by id; None: not checked yet
  std::vector<Text> term_texts_, predicate_texts_;  // by id; without data: not made yet
  TextArena arena_;
  std::string scratch_;
};

}  // namespace entente::emit
