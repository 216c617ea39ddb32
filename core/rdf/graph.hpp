// An immutable RDF graph: terms interned to 32-bit ids, triples in three sorted orders.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "core/rdf/term.hpp"

namespace entente::rdf {

using TermId = std::uint32_t;          // 0 is no term
inline constexpr TermId kNoTerm = 0;

struct Triple {
  TermId subject = 0, predicate = 0, object = 0;
  friend auto operator<=>(const Triple&, const Triple&) = default;
};

// Ids are dense, from 1 to term_count(). Safe to read from many threads. Cheap to copy (shared state).
// Ids of two graphs are unrelated unless both were built over one dictionary (see GraphBuilder).
class Graph {
 public:
  Graph();

  std::size_t size() const;        // triples
  TermId term_count() const;
  TermView term(TermId id) const;  // valid as long as a copy of the graph lives
  TermId find(const TermView& term) const;  // kNoTerm if the graph has never seen it
  TermKind kind(TermId id) const;

  // Matches of a pattern, kNoTerm as wildcard, in the order of the index that serves it. Always one
  // contiguous range except for (s ? o), which is a filtered scan done by `contains`/`for_each`.
  std::span<const Triple> all() const;                                  // SPO order
  std::span<const Triple> with_subject(TermId s) const;                 // by p, o
  std::span<const Triple> with_subject_predicate(TermId s, TermId p) const;    // by o
  std::span<const Triple> with_predicate(TermId p) const;               // POS: by o, s
  std::span<const Triple> with_predicate_object(TermId p, TermId o) const;     // by s
  std::span<const Triple> with_object(TermId o) const;                  // OSP: by s, p
  bool contains(TermId s, TermId p, TermId o) const;

  struct State;
  explicit Graph(std::shared_ptr<const State> state) : state_(std::move(state)) {}

 private:
  std::shared_ptr<const State> state_;
};

// Collects triples (duplicates allowed) and sorts once.
class GraphBuilder {
 public:
  GraphBuilder();
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;

  TermId intern(const TermView& term);
  void add(const TermView& s, const TermView& p, const TermView& o);
  void add(TermId s, TermId p, TermId o);
  // Leaves the builder empty. `threads` 0 = as many as the machine has; the result does not depend on it.
  Graph build(unsigned threads = 1);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente::rdf
