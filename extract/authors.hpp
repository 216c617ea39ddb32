// The document's authors as entities.
#pragma once

#include "extract/analysis.hpp"

namespace entente::extract {

// Fills result.authors from the document's metadata: the entity that bears an author's name, or a new person.
void find_authors(Analysis& analysis);

}  // namespace entente::extract
