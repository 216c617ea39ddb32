// Whole data sets out, and the usual prefixes.
#pragma once

#include <filesystem>

#include "core/rdf/dataset.hpp"
#include "emit/formats.hpp"
#include "emit/output.hpp"

namespace entente::emit {

// Prefixes of all vocabularies of core/rdf/vocabulary.hpp, under their usual names.
const rdf::PrefixMap& standard_prefixes();

// Those of `prefixes` that shorten at least one term of the data set.
rdf::PrefixMap used_prefixes(const rdf::Dataset& dataset, const rdf::PrefixMap& prefixes);

// What a file starts with: the prefixes' declarations, all of them.
std::string head_of(const Format& format, const rdf::PrefixMap& prefixes);

// Writes the quads in the data set's order (sort it first), declaring only the prefixes it uses. In Turtle and
// TriG blank nodes that are used once stand in brackets where they are used, and well-formed lists in
// parentheses.
Result<Done> write(const rdf::Dataset& dataset, const Format& format, const rdf::PrefixMap& prefixes, ByteSink sink);
std::string to_string(const rdf::Dataset& dataset, const Format& format, const rdf::PrefixMap& prefixes);

// To a temporary file that is renamed when complete.
Result<Done> write_file(const std::filesystem::path& path, const rdf::Dataset& dataset, const Format& format,
                        const rdf::PrefixMap& prefixes);

}  // namespace entente::emit
