// From focus nodes to value nodes.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/rdf/graph.hpp"
#include "shapes/engine/path.hpp"

namespace entente::shapes {

using rdf::TermId;

// A path with its predicates looked up. Inverses stand only at predicates: ^(a/b) is ^b/^a, ^(a*) is (^a)*.
struct BoundPath {
  PathKind kind = PathKind::Sequence;  // Predicate (forward), Inverse (of one predicate), or as in Path
  TermId predicate = rdf::kNoTerm;
  std::vector<BoundPath> parts;        // an empty Sequence is the node itself
};

BoundPath bind_path(const Path& path, const rdf::Graph& graph);

// For --coverage: which triples were looked at, by position in SPO order.
class TouchedTriples {
 public:
  explicit TouchedTriples(const rdf::Graph& graph) : graph_(graph), words_((graph.size() + 64) / 64) {}
  void touch(TermId s, TermId p, TermId o);
  bool touched(std::size_t position) const { return ((words_[position >> 6U].load() >> (position & 63U)) & 1U) != 0; }

 private:
  const rdf::Graph& graph_;
  std::vector<std::atomic<std::uint64_t>> words_;
};

class PathWalker {
 public:
  explicit PathWalker(const rdf::Graph& graph, TouchedTriples* touched = nullptr) : graph_(graph), touched_(touched) {}

  // Appends the value nodes of the first nodes (each node's distinct and ascending) to `values`, and where each
  // node's begin and end to `start` (cleared first, one more than nodes done). Stops after the node with which
  // `values` passes `limit`. Gives the number of nodes done.
  std::size_t walk(const BoundPath& path, std::span<const TermId> nodes, std::size_t limit, std::vector<std::uint32_t>& start,
                   std::vector<TermId>& values);

  // The triples that hold the value nodes of one node, where one step forward leads to them and nobody notes what is touched.
  std::optional<std::span<const rdf::PredicateObject>> direct(const BoundPath& path, TermId node) const {
    if (path.kind != PathKind::Predicate || touched_ != nullptr) return std::nullopt;
    return graph_.with_subject_predicate(node, path.predicate);
  }

  // The value nodes of one node, in any order, with repetitions.
  void append(const BoundPath& path, TermId node, std::vector<TermId>& out) const;

 private:
  std::size_t walk_inverse(TermId predicate, std::span<const TermId> nodes, std::size_t limit, std::vector<std::uint32_t>& start,
                           std::vector<TermId>& values) const;
  void append_sequence(const BoundPath& path, TermId node, std::vector<TermId>& out) const;
  void append_closure(const BoundPath& step, TermId node, bool with_node, std::vector<TermId>& out) const;

  const rdf::Graph& graph_;
  TouchedTriples* touched_;
};

}  // namespace entente::shapes
