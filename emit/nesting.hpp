// Which blank nodes of a data set can be written where they are used, and how: [ ... ] and ( ... ).
#pragma once

#include <vector>

#include "core/rdf/dataset.hpp"
#include "core/rdf/prefixes.hpp"

namespace entente::emit {

// Of a sorted data set, which must outlive it. A blank node is nested if exactly one quad has it as object, no graph
// is named by it, all its own quads are in that quad's graph, and it is not part of a cycle; deep nesting
// keeps every so manieth node apart, so that readers need not recurse far.
class Nesting {
 public:
  Nesting(const rdf::Dataset& dataset, const rdf::PrefixMap& prefixes);

  bool is_nested(rdf::TermId blank) const { return nested_[blank]; }
  bool any() const { return any_; }
  // The text of a nested blank node; false if it is not nested.
  bool text(rdf::TermId blank, std::size_t indent, std::string& out) const;

 private:
  struct Use {
    std::uint32_t objects = 0;              // quads with it as object
    const rdf::QuadIds* parent = nullptr;   // the last of them
    std::size_t first = 0, count = 0;       // its quads as subject, in the data set's order
    bool apart = false;                     // names a graph, or has quads in several graphs
  };
  void find_uses();
  void find_nested();
  void find_lists();
  bool is_cell(rdf::TermId id) const;
  rdf::TermId object_of(rdf::TermId cell, std::string_view predicate) const;
  void list_text(rdf::TermId cell, std::size_t indent, std::string& out) const;
  void object_text(rdf::TermId object, std::size_t indent, std::string& out) const;

  const rdf::Dataset& dataset_;
  const rdf::PrefixMap& prefixes_;
  std::vector<Use> uses_;
  std::vector<bool> nested_, list_;
  bool any_ = false;
};

}  // namespace entente::emit
