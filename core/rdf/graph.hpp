// An immutable RDF graph: terms interned to 32-bit ids, triples in three sorted orders.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/rdf/dictionary.hpp"
#include "core/rdf/term.hpp"

namespace entente::rdf {

struct Triple {
  TermId subject = 0, predicate = 0, object = 0;
  friend auto operator<=>(const Triple&, const Triple&) = default;
};

// The two terms that a look-up did not fix, or the second of which varies.
struct PredicateObject {
  TermId predicate = 0, object = 0;
  friend auto operator<=>(const PredicateObject&, const PredicateObject&) = default;
};
struct ObjectSubject {
  TermId object = 0, subject = 0;
  friend auto operator<=>(const ObjectSubject&, const ObjectSubject&) = default;
};
struct SubjectPredicate {
  TermId subject = 0, predicate = 0;
  friend auto operator<=>(const SubjectPredicate&, const SubjectPredicate&) = default;
};

// Ids are dense, from 1 to term_count(). Safe to read from many threads. Cheap to copy (shared state).
// Ids of two graphs are unrelated unless one was built over the other (see GraphBuilder). 24 bytes a triple
// and two offsets a term for the three orders, the rest is the dictionary.
class Graph {
 public:
  Graph();

  std::size_t size() const;  // triples
  TermId term_count() const { return dictionary().count(); }
  const Dictionary& dictionary() const;
  std::shared_ptr<const Dictionary> shared_dictionary() const;

  // Shorthands of the dictionary's. `term` copies; `view` borrows from the graph, or from `buffer` where the
  // dictionary keeps an IRI in two pieces; `lexical` of a literal or blank node never copies.
  Term term(TermId id) const { return dictionary().term(id); }
  TermView view(TermId id, std::string& buffer) const { return dictionary().view(id, buffer); }
  std::string_view lexical(TermId literal) const { return dictionary().rest(literal); }
  TermKind kind(TermId id) const { return dictionary().kind(id); }
  TermId find(const TermView& term) const { return dictionary().find(term); }  // kNoTerm if never seen
  TermId find_iri(std::string_view iri) const { return find({TermKind::Iri, iri, {}, {}}); }

  // Matches of a pattern, each one contiguous range; unknown ids (and kNoTerm) match nothing.
  std::span<const PredicateObject> with_subject(TermId s) const;                          // by p, o
  std::span<const PredicateObject> with_subject_predicate(TermId s, TermId p) const;      // by o
  std::span<const ObjectSubject> with_predicate(TermId p) const;                          // by o, s
  std::span<const ObjectSubject> with_predicate_object(TermId p, TermId o) const;         // by s
  std::span<const SubjectPredicate> with_object(TermId o) const;                          // by s, p
  std::span<const SubjectPredicate> with_subject_object(TermId s, TermId o) const;        // by p
  bool contains(TermId s, TermId p, TermId o) const;

  // The only object of (s, p), kNoTerm if there are none or several.
  TermId object(TermId s, TermId p) const;
  // Every predicate that occurs, ascending.
  std::span<const TermId> predicates() const;
  // Position of the first of a subject's triples in SPO order, 0 .. size(); numbers triples densely.
  std::size_t position(TermId subject) const;

  // Calls `visit(Triple)` for each match, kNoTerm as wildcard; any of the eight patterns.
  template <typename Visit>
  void for_each(TermId s, TermId p, TermId o, Visit visit) const;

  struct State;
  explicit Graph(std::shared_ptr<const State> state) : state_(std::move(state)) {}

 private:
  std::shared_ptr<const State> state_;
};

// Collects triples (duplicates allowed) and sorts once.
class GraphBuilder {
 public:
  GraphBuilder();
  // The new graph's ids go on after those of `base`: a term of `base` keeps its id, so ids may be compared
  // between the two. The triples of `base` are not taken over.
  explicit GraphBuilder(const Graph& base);
  // Over terms that are there already; nobody may add to them once the graph is built.
  explicit GraphBuilder(std::shared_ptr<Dictionary> terms);
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;

  Dictionary& dictionary();
  TermId intern(const TermView& term) { return dictionary().intern(term); }
  void add(const TermView& s, const TermView& p, const TermView& o);
  void add(TermId s, TermId p, TermId o);
  void add(std::vector<Triple> triples);  // ids of this builder
  // Leaves the builder empty. `threads` 0 = as many as the machine has; the result does not depend on it.
  Graph build(unsigned threads = 1);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

template <typename Visit>
void Graph::for_each(TermId s, TermId p, TermId o, Visit visit) const {
  if (s != kNoTerm && p != kNoTerm && o != kNoTerm) {
    if (contains(s, p, o)) visit(Triple{s, p, o});
  } else if (s != kNoTerm && o != kNoTerm) {
    for (const SubjectPredicate& t : with_subject_object(s, o)) visit(Triple{s, t.predicate, o});
  } else if (s != kNoTerm) {
    for (const PredicateObject& t : p != kNoTerm ? with_subject_predicate(s, p) : with_subject(s)) {
      visit(Triple{s, t.predicate, t.object});
    }
  } else if (p != kNoTerm) {
    for (const ObjectSubject& t : o != kNoTerm ? with_predicate_object(p, o) : with_predicate(p)) {
      visit(Triple{t.subject, p, t.object});
    }
  } else if (o != kNoTerm) {
    for (const SubjectPredicate& t : with_object(o)) visit(Triple{t.subject, t.predicate, o});
  } else {
    for (TermId subject = 1; subject <= term_count(); ++subject) {
      for (const PredicateObject& t : with_subject(subject)) visit(Triple{subject, t.predicate, t.object});
    }
  }
}

}  // namespace entente::rdf
