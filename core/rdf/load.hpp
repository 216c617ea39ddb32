// Files into a graph.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "core/rdf/graph.hpp"
#include "core/rdf/prefixes.hpp"

namespace entente::rdf {

struct LoadOptions {
  unsigned threads = 0;      // 0: as many as the machine has; the graph does not depend on it
  std::string base;          // base IRI for Turtle and TriG; empty: each file's own
  std::string blank_prefix;  // put before every blank node label
  PrefixMap* prefixes = nullptr;  // gets the prefixes that Turtle and TriG files declare
};

// Adds the statements of a file (.ttl, .trig, .nt, .nq) to `builder`; the graphs of TriG and N-Quads files are
// united. Bad statements are told and left out. False if anything was told. Memory: the graph's own and a few
// megabytes for N-Triples and N-Quads, Serd's for the others.
bool load_file(const std::filesystem::path& path, GraphBuilder& builder, const LoadOptions& options, Diagnostics& diagnostics);

// All files as one graph; blank nodes of different files stay apart.
bool load_files(const std::vector<std::filesystem::path>& paths, Graph& graph, const LoadOptions& options,
                Diagnostics& diagnostics);

}  // namespace entente::rdf
