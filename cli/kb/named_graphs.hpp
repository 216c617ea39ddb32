// The named graphs of a knowledge base, for queries that use GRAPH.
#pragma once

#include <string>
#include <vector>

#include "query/query.hpp"

namespace entente::cli {

// Each named graph of the TriG and N-Quads files among `paths`, by name; `all` is what load_kb gave for them.
std::vector<query::NamedGraph> load_named_graphs(const std::vector<std::string>& paths, const rdf::Graph& all);

}  // namespace entente::cli
