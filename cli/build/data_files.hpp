// The Turtle files of the data folder that a knowledge base takes over.
#pragma once

#include <filesystem>

#include "core/rdf/dataset.hpp"

namespace entente::cli {

// All Turtle files of a folder as one data set, in order of their names; sorted.
rdf::Dataset load_turtle(const std::filesystem::path& folder, Diagnostics& diagnostics);

// The same from a copy in N-Triples that `cache` keeps under the hash of the files' bytes, made where it is not there yet: the
// register's Turtle takes several times as long to read. Without a cache (an empty path) the files are read.
rdf::Dataset load_turtle_cached(const std::filesystem::path& folder, const std::filesystem::path& cache, Diagnostics& diagnostics);

}  // namespace entente::cli
