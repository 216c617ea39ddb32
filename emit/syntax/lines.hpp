// N-Triples and N-Quads in their canonical form: one statement a line, single spaces.
#pragma once

#include "emit/check.hpp"
#include "emit/writer.hpp"

namespace entente::emit {

class LineWriter final : public Writer {
 public:
  LineWriter(ByteSink sink, bool graphs) : output_(std::move(sink)), graphs_(graphs) {}

  void write(const rdf::QuadView& q) override {
    if (!accept(q, graphs_, output_)) return;
    std::string& out = output_.buffer();
    rdf::append_ntriples(out, q.subject);
    out += ' ';
    rdf::append_ntriples(out, q.predicate);
    out += ' ';
    rdf::append_ntriples(out, q.object);
    if (q.graph.kind != rdf::TermKind::None) rdf::append_ntriples(out += ' ', q.graph);
    out += " .\n";
    output_.done();
  }

  Result<Done> finish() override { return output_.finish(); }

 private:
  Output output_;
  bool graphs_;
};

}  // namespace entente::emit
