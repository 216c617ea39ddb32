// The shapes graph with what reading it needs: values, lists, places, and complaints.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/rdf/graph.hpp"
#include "core/rdf/prefixes.hpp"
#include "shapes/engine/path.hpp"

namespace entente::shapes {

using rdf::Term;
using rdf::TermId;

// Where a triple with this subject and predicate is written; an empty place if unknown.
using Locator = std::function<Place(const Term& subject, const Term& predicate)>;

class Source {
 public:
  Source(const rdf::Graph& graph, const Locator& locate, const rdf::PrefixMap& prefixes, Diagnostics& diagnostics)
      : graph_(graph), locate_(locate), prefixes_(prefixes), diagnostics_(diagnostics) {}

  const rdf::Graph& graph() const { return graph_; }
  TermId id(std::string_view iri) const { return graph_.find_iri(iri); }
  Term term(TermId id) const { return graph_.term(id); }
  bool is(TermId id, std::string_view iri) const { return id != rdf::kNoTerm && id == this->id(iri); }
  std::vector<TermId> objects(TermId subject, std::string_view predicate) const;
  bool has(TermId subject, std::string_view predicate) const { return !objects(subject, predicate).empty(); }

  // Members of a well-formed SHACL list (SHACL 2.3, "SHACL list"), or nothing for one that is broken or cyclic.
  std::optional<std::vector<TermId>> list(TermId head) const;
  // A well-formed property path, or the reason why it is none.
  std::optional<Path> path(TermId node, std::string& reason) const;

  Place place(TermId subject, std::string_view predicate) const;
  // Ill-formed: says the place, the shape, the sentence and the section of the specification.
  void refuse(TermId subject, std::string_view predicate, std::string message, std::string_view section);
  std::size_t refused() const { return refused_; }
  // "<iri>", "sh:name" or "_:label" for messages.
  std::string name(TermId id) const;
  const rdf::PrefixMap& prefixes() const { return prefixes_; }

 private:
  std::optional<Path> path_at(TermId node, unsigned depth, std::string& reason) const;
  std::optional<Path> path_of_list(PathKind kind, TermId head, unsigned depth, std::string& reason) const;

  const rdf::Graph& graph_;
  const Locator& locate_;
  const rdf::PrefixMap& prefixes_;
  Diagnostics& diagnostics_;
  std::size_t refused_ = 0;
};

// "sh:class" for a SHACL name, "xsd:date", "rdf:type"; other IRIs in angle brackets; literals as N-Triples.
std::string short_text(const rdf::TermView& term);
// The same, with further prefixes.
std::string short_text(const rdf::TermView& term, const rdf::PrefixMap& prefixes);

}  // namespace entente::shapes
