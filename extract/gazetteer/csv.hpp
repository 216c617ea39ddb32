// Gazetteer entries as a table: comma-separated values (RFC 4180) with a header line.
//
// Columns, in any order; only `name` must be there: key ("org/brics"; made from type and name if empty), type (a name
// of entity_types.def, default Other), name, aliases, acronyms, adjectives, demonyms, metonyms, surnames, titles (each
// several, joined with ";"), gender (female, male), country (the key of a state), ambiguous (names of this row, joined
// with ";", that are believed only where the document also uses another name of it), strict (names that are also
// everyday words: exact case only).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.hpp"
#include "extract/gazetteer/entry.hpp"

namespace entente::extract {

// Rows that cannot be used are GZ003 with file and line; the others are given. `text` must be valid UTF-8 (else one GZ003).
std::vector<Entry> read_csv(std::string_view text, const std::string& source, Diagnostics& diagnostics);

// The entries as such a table, all columns; read_csv gives the same entries, less links other than country.
std::string write_csv(const std::vector<Entry>& entries);

}  // namespace entente::extract
