// The data graph as constraints see it: the graph, all terms that take part, and materialised class sets.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/rdf/graph.hpp"

namespace entente::shapes {

// A set of term ids as bits.
class IdSet {
 public:
  IdSet() = default;
  explicit IdSet(std::size_t ids) : words_((ids + 64) / 64) {}
  bool contains(rdf::TermId id) const {
    return (id >> 6U) < words_.size() && ((words_[id >> 6U] >> (id & 63U)) & 1U) != 0;
  }
  void insert(rdf::TermId id) { words_[id >> 6U] |= UINT64_C(1) << (id & 63U); }
  std::vector<rdf::TermId> sorted() const;

 private:
  std::vector<std::uint64_t> words_;
};

// The first failure (SHACL 3.4) that a check met; safe from many threads. The first in the order of arrival, so
// checks that may fail in several ways should name what they were about.
class FailureFlag {
 public:
  void set(Diagnostic why) const {
    const std::lock_guard lock(mutex_);
    if (!why_ || why < *why_) why_ = std::move(why);
    failed_ = true;
  }
  bool failed() const { return failed_; }
  Diagnostic get() const { return *why_; }

 private:
  mutable std::mutex mutex_;
  mutable std::optional<Diagnostic> why_;
  mutable std::atomic<bool> failed_{false};
};

// Built before threads start, then only read.
class Data {
 public:
  // `hierarchy`: where rdfs:subClassOf is looked up besides the data graph, if anywhere.
  Data(rdf::Graph graph, std::optional<rdf::Graph> hierarchy);
  Data(const Data&) = delete;

  const rdf::Graph& graph() const { return graph_; }
  // Every term of the graph under its id there, and the terms added with `intern`.
  const rdf::Dictionary& terms() const { return *terms_; }
  rdf::TermId intern(const rdf::TermView& term) { return terms_->intern(term); }

  // Sets `shapes_graph`, whose terms join this dictionary.
  void add_shapes_graph(const rdf::Graph& shapes, const rdf::Term& name);

  // SHACL instances (SHACL 2, "SHACL instance"): nodes with an rdf:type that is the class or a subclass of it.
  // The set stays as long as the object; asked for again, it is the same one. Not for use from several threads.
  const IdSet& instances_of(const rdf::TermView& class_term) const;
  // The class and all its subclasses.
  std::vector<rdf::TermId> subclasses_of(const rdf::TermView& class_term) const;

  // For SPARQL constraints: the shapes graph with ids that go on after the data graph's, if any asks for it.
  std::optional<rdf::Graph> shapes_graph;
  rdf::Term shapes_graph_name;
  std::string now;
  class TouchedTriples* touched = nullptr;  // --coverage; set before binding
  FailureFlag failure;

 private:
  void add_subclasses(const rdf::Graph& graph, std::set<rdf::Term>& known, std::vector<rdf::Term>& open, const rdf::Term& next) const;

  rdf::Graph graph_;
  std::optional<rdf::Graph> hierarchy_;
  std::shared_ptr<rdf::Dictionary> terms_;
  rdf::TermId type_ = rdf::kNoTerm;
  bool subclasses_;  // is there any rdfs:subClassOf?
  mutable std::map<rdf::Term, std::unique_ptr<IdSet>> instances_;
};

}  // namespace entente::shapes
