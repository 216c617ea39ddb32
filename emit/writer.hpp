// Quads in, one after the other, bytes out.
#pragma once

#include "core/rdf/term.hpp"
#include "emit/formats.hpp"
#include "emit/output.hpp"

namespace entente::emit {

// Any order of quads gives correct bytes; Turtle and TriG look grouped if quads of one graph and subject come
// together, and are smallest if the input is sorted. The output is deterministic for an order. Memory holds one
// subject's statements. Each term is checked (rdf::find_fault): bad data is an error that finish() gives, never
// bad bytes. Whole data sets are written faster by write.hpp.
class Writer {
 public:
  // Declares all prefixes.
  Writer(const Format& format, ByteSink sink, const rdf::PrefixMap& prefixes);

  void write(const rdf::QuadView& quad);
  Result<Done> finish();  // call once, last

 private:
  Text text(const rdf::TermView& term);
  void end();

  const Format& format_;
  rdf::PrefixMap prefixes_;
  std::unique_ptr<Layout> layout_;
  Output output_;
  TextArena arena_;
  std::string scratch_;
  rdf::Term subject_, graph_;
  bool open_ = false;
};

}  // namespace entente::emit
