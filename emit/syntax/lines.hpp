// N-Triples and N-Quads in their canonical form: one statement a line, single spaces.
#pragma once

#include "emit/check.hpp"
#include "emit/writer.hpp"

namespace entente::emit {

class LineWriter final : public Writer {
 public:
  LineWriter(ByteSink sink, bool graphs) : output_(std::move(sink)), graphs_(graphs) {}

  void write(const rdf::QuadView& q) override {
    if (!accept(q, graphs_, trusted_, output_)) return;
    std::string& out = output_.buffer();
    append(out, q.subject);
    append(out += ' ', q.predicate);
    append(out += ' ', q.object);
    if (q.graph.kind != rdf::TermKind::None) append(out += ' ', q.graph);
    out += " .\n";
    output_.done();
  }

  Result<Done> finish() override { return output_.finish(); }

 private:
  static void append(std::string& out, const rdf::TermView& term) {
    if (!term.is_iri()) return rdf::append_ntriples(out, term);
    ((out += '<') += term.value) += '>';  // checked: nothing to escape
  }

  Output output_;
  bool graphs_;
};

}  // namespace entente::emit
