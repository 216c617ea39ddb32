// The part of the register that a knowledge base rests on.
#pragma once

#include <set>
#include <string>

#include "core/rdf/dataset.hpp"

namespace entente::ontology {

// Everything the register says about the entities in `used` (IRIs), their memberships and posts, and what those
// point to. IRIs below the register's own base are moved to `base`; `used` are IRIs below `base`. Sorted.
rdf::Dataset register_excerpt(const rdf::Dataset& whole, const std::set<std::string>& used, const std::string& base);

}  // namespace entente::ontology
