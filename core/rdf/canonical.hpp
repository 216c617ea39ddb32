// The standard canonical form of data sets (RDFC-1.0, W3C Recommendation of 2024), and isomorphism.
#pragma once

#include <map>
#include <string>

#include "core/rdf/dataset.hpp"

namespace entente::rdf {

struct CanonicalOptions {
  bool sha384 = false;                // instead of SHA-256
  std::uint64_t max_steps = 100'000;  // permutations and calls of Hash N-Degree Quads; more is RD007
};

struct CanonicalForm {
  std::string nquads;                         // canonical N-Quads, sorted
  std::map<std::string, std::string> labels;  // label in the data set -> canonical label (c14n0, ...)
};

// Data sets made to take exponential time ("poison graphs") pass the limit and are an error.
Result<CanonicalForm> canonicalize(const Dataset& dataset, const CanonicalOptions& options = {});

// True if the two are equal but for the labels of blank nodes. Does not depend on the canonical form and copes with
// far larger graphs; what remains too symmetric is RD007. Duplicates of quads do not matter.
Result<bool> isomorphic(const Dataset& a, const Dataset& b);

// The triples of a graph as the default graph of a data set, sorted.
Dataset dataset_of(const Graph& graph);

}  // namespace entente::rdf
