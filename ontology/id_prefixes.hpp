// A prefix for each {type} of identifiers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ontology/iri.hpp"

namespace entente::ontology {

// ("claim", "{base}id/claim/") and so on, plus "plover".
std::vector<std::pair<std::string, std::string>> id_prefixes(const IriMinter& minter);

}  // namespace entente::ontology
