// Sorted quads of one dictionary as bytes, each term checked once and put into words once.
#pragma once

#include <span>
#include <vector>

#include "core/rdf/dataset.hpp"
#include "emit/formats.hpp"
#include "emit/output.hpp"
#include "emit/term_texts.hpp"

namespace entente::emit {

class Nesting;

// For many parts over the same terms: what was checked and written for one is used for the next.
class Renderer {
 public:
  // Terms may still be added to the dictionary, which must keep IRIs whole, until bytes are asked for. All must outlive it.
  Renderer(const rdf::Dictionary& terms, const Format& format, const rdf::PrefixMap& prefixes);

  // Appends the quads in their order as a body: without head, to stand behind one or behind other bodies.
  // On a fault gives it and leaves `out` unspecified: terms are checked as they are put into words.
  Result<Done> body(std::span<const rdf::QuadIds> quads, std::string& out);

  // Head and quads to `output`; nothing if a term is at fault. `nesting` may be null.
  void file(std::span<const rdf::QuadIds> quads, const Nesting* nesting, Output& output);

 private:
  bool check_terms(const rdf::QuadIds& quad);
  bool make_terms(const rdf::QuadIds& quad);
  bool check_places(const rdf::QuadIds& quad);
  void lay_out(std::span<const rdf::QuadIds> quads, const Nesting* nesting, Layout& layout, std::string& out, Output* output);
  bool put(const rdf::QuadIds& quad, const Nesting* nesting, Layout& layout, std::string& out);

  const rdf::Dictionary& terms_;
  const Format& format_;
  const rdf::PrefixMap& prefixes_;
  std::unique_ptr<Layout> layout_;
  TermTexts texts_;
  std::string scratch_;
};

}  // namespace entente::emit
