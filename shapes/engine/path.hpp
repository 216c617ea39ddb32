// SHACL property paths (SHACL 2.3.1) as values.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/rdf/term.hpp"

namespace entente::shapes {

enum class PathKind : std::uint8_t { Predicate, Inverse, Sequence, Alternative, ZeroOrMore, OneOrMore, ZeroOrOne };

struct Path {
  PathKind kind = PathKind::Predicate;
  rdf::Term predicate;      // Predicate only
  std::vector<Path> parts;  // Sequence, Alternative: at least two; Inverse and repetitions: one

  friend bool operator==(const Path&, const Path&) = default;
};

Path predicate_path(rdf::Term predicate);

// How an IRI is written in texts: "<iri>" or "prefix:local".
using IriText = std::function<std::string(std::string_view iri)>;
std::string angle_brackets(std::string_view iri);

// The path in SPARQL's syntax: "ex:p/^ex:q*".
std::string to_text(const Path& path, const IriText& iri_text = angle_brackets);

}  // namespace entente::shapes
