// A knowledge base read back for `explain`, `stats` and `query`.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/rdf/graph.hpp"

namespace entente::cli {

// The files that `load_kb` reads, in its order; the blank nodes of file i get the prefix "f<i>_".
std::vector<std::filesystem::path> kb_files(const std::vector<std::string>& paths);

// Reads a folder that `build` wrote (kb, mentions, register, ontology in any syntax), or single RDF files.
Result<rdf::Graph> load_kb(const std::vector<std::string>& paths, unsigned threads);

// Short ways through a graph.
class KbView {
 public:
  explicit KbView(const rdf::Graph& graph) : graph_(graph) {}

  const rdf::Graph& graph() const { return graph_; }
  rdf::TermId id(std::string_view iri) const;
  // First object of (s, p), kNoTerm if none; `p` is an IRI.
  rdf::TermId one(rdf::TermId s, std::string_view p) const;
  std::vector<rdf::TermId> all(rdf::TermId s, std::string_view p) const;
  std::vector<rdf::TermId> subjects(std::string_view p, rdf::TermId o) const;
  std::string value(rdf::TermId id) const;                      // lexical form or IRI; "" for kNoTerm
  std::string text(rdf::TermId s, std::string_view p) const { return value(one(s, p)); }
  std::string label(rdf::TermId id) const;                      // prefLabel, else the last part of the IRI
  bool is(rdf::TermId s, std::string_view class_iri) const;
  std::size_t count(std::string_view class_iri) const;

 private:
  const rdf::Graph& graph_;
};

// "https://w3id.org/entente/ns#" + name.
std::string ns(std::string_view name);

}  // namespace entente::cli
