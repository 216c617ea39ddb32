// The part of the register that a knowledge base rests on.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/base/diagnostics.hpp"
#include "core/rdf/dataset.hpp"

namespace entente::ontology {

// Everything the register says about the entities in `used` (IRIs), their memberships and posts, and what those
// point to. IRIs below the register's own base are moved to `base`; `used` are IRIs below `base`. Sorted. `whole` is the register
// as our writer makes N-Triples of a sorted data set; only the lines that are wanted are read, and what is wrong with them goes
// to `diagnostics`.
rdf::Dataset register_excerpt(std::string_view whole, const std::set<std::string>& used, const std::string& base, Diagnostics& diagnostics);

}  // namespace entente::ontology
