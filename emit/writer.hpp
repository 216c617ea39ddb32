// What every syntax of RDF offers: quads in, bytes out.
#pragma once

#include <functional>

#include "core/rdf/term.hpp"
#include "emit/output.hpp"

namespace entente::emit {

// Any order of quads gives correct bytes; Turtle and TriG look grouped if quads of one graph and subject come
// together, and are smallest if the input is sorted. The output is deterministic for an order.
// Each term is checked (rdf::find_fault): bad data is an error that finish() gives, never bad bytes.
class Writer {
 public:
  // Appends the text of a blank object that is written where it is used, or gives false. `indent`: spaces
  // before the line it stands on.
  using NestedText = std::function<bool(const rdf::TermView& object, std::size_t indent, std::string& out)>;

  virtual ~Writer() = default;
  virtual void nest(NestedText) {}  // for syntaxes that can; see emit/nesting.hpp
  virtual void write(const rdf::QuadView& quad) = 0;
  virtual Result<Done> finish() = 0;  // call once, last
  // The caller has checked every term (rdf::find_fault) that comes from now on.
  void trust() { trusted_ = true; }

 protected:
  bool trusted_ = false;
};

}  // namespace entente::emit
