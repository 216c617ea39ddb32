// The Turtle files of the data folder that a knowledge base takes over.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "core/rdf/dataset.hpp"

namespace entente::cli {

// All Turtle files of a folder as one data set, in order of their names; sorted.
rdf::Dataset load_turtle(const std::filesystem::path& folder, Diagnostics& diagnostics);

// The register's part that `used` rests on (ontology/register_excerpt.hpp). The register's Turtle takes long to read, so `cache` keeps
// a copy in N-Triples under the hash of the files' bytes, made where it is not there yet or broken; without a cache (an empty path)
// the files are read.
rdf::Dataset load_register(const std::filesystem::path& folder, const std::filesystem::path& cache, const std::set<std::string>& used,
                           const std::string& base, Diagnostics& diagnostics);

}  // namespace entente::cli
