// Shared by sh:minLength and sh:maxLength.
#pragma once

#include <optional>

#include "core/rdf/graph.hpp"

namespace entente::shapes::components {

// Code points of a literal's lexical form or of an IRI; nothing for blank nodes.
std::optional<std::size_t> length_of(const rdf::Dictionary& terms, rdf::TermId id);

}  // namespace entente::shapes::components
