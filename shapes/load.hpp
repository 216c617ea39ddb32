// Shapes from files, with what messages about them need, and places in data files.
#pragma once

#include <filesystem>
#include <vector>

#include "core/rdf/graph.hpp"
#include "shapes/engine/report.hpp"
#include "shapes/engine/source.hpp"

namespace entente::shapes {

struct ShapesFiles {
  rdf::Graph graph;
  Locator locate;   // file and line of each triple
  Term name;        // IRI of the first file
  rdf::PrefixMap prefixes;  // that the files declare
};

// Reads the files and what they owl:imports, transitively: files beside them (file: IRIs), and graphs whose
// owl:Ontology node one of the files declares. Nothing is fetched: other imports are told as warnings (SH006).
// False if a file could not be read in full.
bool load_shapes(const std::vector<std::filesystem::path>& paths, ShapesFiles& out, Diagnostics& diagnostics);

// Files that the data graph names with sh:shapesGraph and that are there.
std::vector<std::filesystem::path> shapes_graphs_of(const rdf::Graph& data);

// For each of the results (by index) the line of the triple it is about: the focus node's triple with the
// path's predicate and the value, else with that predicate, else its first one. Places without line where the
// focus node is no subject. Reads the files again; the blank nodes must be named as rdf::load_files names them.
std::vector<Place> locate(const std::vector<const ValidationResult*>& results, const std::vector<std::filesystem::path>& paths);

}  // namespace entente::shapes
