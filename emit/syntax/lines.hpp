// N-Triples and N-Quads in their canonical form: one statement a line, single spaces.
#pragma once

#include "emit/layout.hpp"

namespace entente::emit {

class LineLayout final : public Layout {
 public:
  void append_term(std::string& out, const rdf::TermView& term) const override {
    if (!term.is_iri()) return rdf::append_ntriples(out, term);
    ((out += '<') += term.value) += '>';  // checked: nothing to escape
  }

  void begin(std::string&, const Text& graph, const Text& subject) override {
    graph_ = graph;
    subject_ = subject;
  }

  void put(std::string& out, const Text& predicate, const Text& object) override {
    (((((out += subject_.view()) += ' ') += predicate.view()) += ' ') += object.view());
    if (graph_.size > 0) (out += ' ') += graph_.view();
    out += " .\n";
  }

 private:
  Text graph_, subject_;
};

}  // namespace entente::emit
