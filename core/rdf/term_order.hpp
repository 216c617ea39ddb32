// Terms in their order: IRIs, blank nodes, literals, each by bytes; then by datatype and language.
#pragma once

#include <cstdint>
#include <vector>

#include "core/rdf/dictionary.hpp"

namespace entente::rdf {

// Sorts ids (each at most once) of a dictionary that keeps IRIs whole into the order of TermView's operator<=>.
void sort_terms(const Dictionary& terms, std::vector<TermId>& ids);

}  // namespace entente::rdf
